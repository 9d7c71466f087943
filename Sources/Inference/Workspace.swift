internal import CKernels

/// The memory of one thread for batches, taken once and used again for each.
final class Workspace {
    /// The most tokens of a batch.
    let capacity: Int
    /// tokens × hidden.
    let vectors: UnsafeMutablePointer<Float>
    /// tokens × the wider of 3·hidden and intermediate, the rows ``wideStride`` apart.
    let wide: UnsafeMutablePointer<Float>
    let wideStride: Int
    /// tokens × hidden.
    let attended: UnsafeMutablePointer<Float>
    /// tokens × the wider of hidden and intermediate, padded.
    let quantized: UnsafeMutablePointer<UInt8>
    /// One for each token.
    let scales: UnsafeMutablePointer<Float>
    /// See `kernel_attention_workspace`.
    let attention: UnsafeMutablePointer<Float>
    let head: HeadWorkspace
    var pieces: [Piece] = []
    var word = WordPiece.Word()
    private let arena: Arena

    /// - Parameter capacity: the most tokens of a batch; at least the longest sequence.
    init(_ model: ModelDescription, capacity: Int) {
        self.capacity = capacity
        wideStride = kernel_row_stride(max(3 * model.hidden, model.intermediate))
        let longest = max(model.hidden, model.intermediate)
        let attention = kernel_attention_workspace(model.maximumTokens, model.hidden / model.heads)
        let floats = capacity * (2 * model.hidden + wideStride + 1) + attention + HeadWorkspace.size(model)
        arena = Arena(
            capacity: 4 * floats + capacity * kernel_padded_inner(longest) + 16 * Arena.alignment
        )
        vectors = arena.take(Float.self, capacity * model.hidden)
        wide = arena.take(Float.self, capacity * wideStride)
        attended = arena.take(Float.self, capacity * model.hidden)
        quantized = arena.take(UInt8.self, capacity * kernel_padded_inner(longest))
        scales = arena.take(Float.self, capacity)
        self.attention = arena.take(Float.self, attention)
        head = HeadWorkspace(model, arena)
    }
}

/// The head's part of a workspace, for some targets at once.
struct HeadWorkspace {
    /// How many targets are answered at once: enough to read the head's weights seldom, few enough to stay in the cache.
    static let targets = 16

    /// targets × (3 or 4)·hidden: what the head reads.
    let input: UnsafeMutablePointer<Float>
    /// targets × hidden.
    let inner: UnsafeMutablePointer<Float>
    /// targets × heads·hidden: queries as the tokens' vectors see them, then the mixed tokens.
    let asked: UnsafeMutablePointer<Float>
    /// heads × tokens.
    let scores: UnsafeMutablePointer<Float>
    /// targets × 3.
    let logits: UnsafeMutablePointer<Float>

    fileprivate static func size(_ model: ModelDescription) -> Int {
        let heads = model.hidden / ModelDescription.askedDimension
        return targets * (4 * model.hidden + model.hidden + heads * model.hidden + 3) + heads * model.maximumTokens
    }

    fileprivate init(_ model: ModelDescription, _ arena: Arena) {
        let heads = model.hidden / ModelDescription.askedDimension
        input = arena.take(Float.self, Self.targets * 4 * model.hidden)
        inner = arena.take(Float.self, Self.targets * model.hidden)
        asked = arena.take(Float.self, Self.targets * heads * model.hidden)
        scores = arena.take(Float.self, heads * model.maximumTokens)
        logits = arena.take(Float.self, Self.targets * 3)
    }
}
