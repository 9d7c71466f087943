internal import CKernels

/// Asks a sequence about a target: one layer of attention whose query is the target and whose keys and values are all
/// tokens, in heads of 64.
///
/// q·(K·x) is taken as (Kᵀ·q)·x, and the values of the mixed tokens instead of the mixed values of tokens: the same sums,
/// but a product for each target instead of two for each token. The keys' bias adds the same to all scores of a softmax,
/// so it is left out.
struct TargetAttention: Sendable {
    private let hidden: Int
    private let query: Linear
    private let keys: Floats
    private let value: Linear

    private static let dimension = ModelDescription.askedDimension

    /// - Throws: ``ModelError`` for what is missing from the file, or of another shape.
    init(_ tensors: Tensors, _ hidden: Int) throws(ModelError) {
        self.hidden = hidden
        query = try Linear(tensors, "head.query", columns: hidden, inner: hidden)
        keys = try Linear.weight(tensors, "head.key", columns: hidden, inner: hidden)
        value = try Linear(tensors, "head.value", columns: hidden, inner: hidden)
    }

    /// Writes the answers behind the targets' own vectors, with which the rows of the head's input begin.
    func ask(
        _ targets: ArraySlice<BatchTarget>,
        _ sequences: ArraySlice<TokenSequence>,
        _ workspace: Workspace,
        stride: Int,
        _ level: kernel_level
    ) {
        let space = workspace.head
        let width = hidden / Self.dimension * hidden
        query.multiply(space.input, stride: stride, rows: targets.count, to: space.inner, stride: hidden, level)
        space.asked.update(repeating: 0, count: targets.count * width)
        for column in 0..<hidden {
            let head = column / Self.dimension * hidden
            for index in 0..<targets.count {
                kernel_accumulate(
                    level,
                    space.asked + index * width + head,
                    keys.start + column * hidden,
                    space.inner[index * hidden + column],
                    hidden
                )
            }
        }
        for (index, target) in targets.enumerated() {
            let vectors = workspace.vectors + target.row * hidden
            mix(vectors, sequences[target.sequence].ids.count, space.asked + index * width, space.scores, level)
        }
        for head in 0..<hidden / Self.dimension {
            value.multiply(
                space.asked + head * hidden,
                stride: width,
                rows: targets.count,
                columns: head * Self.dimension..<(head + 1) * Self.dimension,
                to: space.input + hidden + head * Self.dimension,
                stride: stride,
                level
            )
        }
    }

    /// Puts for each head the mean of the tokens, weighted by how well they fit its query, in that query's place.
    private func mix(
        _ vectors: UnsafePointer<Float>,
        _ tokens: Int,
        _ asked: UnsafeMutablePointer<Float>,
        _ scores: UnsafeMutablePointer<Float>,
        _ level: kernel_level
    ) {
        let heads = hidden / Self.dimension
        kernel_multiply_floats(level, vectors, nil, tokens, hidden, asked, hidden, heads, scores, tokens, 0)
        for head in 0..<heads {
            let weights = scores + head * tokens
            for token in 0..<tokens { weights[token] *= 0.125 }  // 1/√64
            kernel_softmax(level, weights, tokens)
            let mixed = asked + head * hidden
            mixed.update(repeating: 0, count: hidden)
            for token in 0..<tokens {
                kernel_accumulate(level, mixed, vectors + token * hidden, weights[token], hidden)
            }
        }
    }
}
