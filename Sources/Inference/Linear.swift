internal import CKernels

/// Weights in floats, one row for each value that comes out.
struct Linear: Sendable {
    let weight: Floats
    let bias: Floats
    let columns: Int
    let inner: Int

    /// - Throws: ``ModelError`` for what is missing, or of another shape.
    init(_ tensors: Tensors, _ name: String, columns: Int, inner: Int) throws(ModelError) {
        weight = try Self.weight(tensors, name, columns: columns, inner: inner)
        bias = try tensors.floats("\(name).bias", columns)
        self.columns = columns
        self.inner = inner
    }

    /// A matrix of floats; one of bytes, with its scales, is made into floats.
    static func weight(_ tensors: Tensors, _ name: String, columns: Int, inner: Int) throws(ModelError) -> Floats {
        guard tensors.has("\(name).scale") else { return try tensors.floats("\(name).weight", columns, inner) }
        let scales = try tensors.floats("\(name).scale", columns)
        let bytes = try tensors.bytes("\(name).weight", columns, inner).values
        return Floats(count: columns * inner) { values in
            for column in 0..<columns {
                let scale = scales.values[column]
                for index in column * inner..<(column + 1) * inner {
                    values[index] = (Float(bytes[index]) - 64) * scale
                }
            }
        }
    }

    /// Some of the rows that come out, for `rows` rows of values, `stride` apart.
    func multiply(
        _ values: UnsafePointer<Float>,
        stride: Int,
        rows: Int,
        columns part: Range<Int>? = nil,
        to out: UnsafeMutablePointer<Float>,
        stride outStride: Int,
        _ level: kernel_level,
        gelu: Bool = false
    ) {
        let part = part ?? 0..<columns
        kernel_multiply_floats(
            level,
            weight.start + part.lowerBound * inner,
            bias.start + part.lowerBound,
            part.count,
            inner,
            values,
            stride,
            rows,
            out,
            outStride,
            gelu ? 1 : 0
        )
    }
}
