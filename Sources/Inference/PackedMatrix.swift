internal import CKernels

/// Weights of 7 bits, packed for the processor, with a scale for each row that comes out.
///
/// Several matrices with the same input can be one, as queries, keys and values are.
final class PackedMatrix: Sendable {
    let inner: Int
    let columns: Int
    // Written while it is made, then only read; freed at the end.
    private nonisolated(unsafe) let memory: Arena
    nonisolated(unsafe) let matrix: kernel_matrix

    /// - Parameters:
    ///   - names: the matrices whose outputs follow each other: `NAME.weight`, `NAME.scale`, `NAME.bias`.
    ///   - columns: how many values each gives.
    /// - Throws: ``ModelError`` for what is missing or of another shape, and for weights of more than 7 bits.
    init(_ tensors: Tensors, _ names: [String], columns: Int, inner: Int) throws(ModelError) {
        let total = columns * names.count
        let padded = kernel_padded_columns(total)
        let memory = Arena(capacity: kernel_padded_inner(inner) * padded + 3 * 4 * padded + 4 * Arena.alignment)
        let weights = memory.take(Int8.self, kernel_padded_inner(inner) * padded)
        let offsets = memory.take(Int32.self, padded)
        let scales = memory.take(Float.self, padded)
        let bias = memory.take(Float.self, padded)
        // Two matrices can't share a panel; ModelDescription sees to it that none does.
        precondition(names.count == 1 || columns % Int(KERNEL_PANEL) == 0)
        for (index, name) in names.enumerated() {
            let bytes = try tensors.bytes("\(name).weight", columns, inner)
            guard kernel_are_weights(bytes.start, columns * inner) != 0 else {
                throw ModelError(.malformed, tensors.path, "tensor \"\(name).weight\" has a byte that is not 1...127")
            }
            let first = index * columns
            kernel_pack(
                bytes.start,
                columns,
                inner,
                weights + first * kernel_padded_inner(inner),
                offsets + first
            )
            (scales + first).update(from: try tensors.floats("\(name).scale", columns).start, count: columns)
            (bias + first).update(from: try tensors.floats("\(name).bias", columns).start, count: columns)
        }
        self.memory = memory
        self.inner = inner
        self.columns = total
        matrix = kernel_matrix(
            weights: weights,
            offsets: offsets,
            scales: scales,
            bias: bias,
            inner: inner,
            columns: total
        )
    }
}
