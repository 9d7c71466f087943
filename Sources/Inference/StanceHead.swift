internal import CKernels
internal import Glibc

/// Says from the vectors of a sequence what it expresses toward each of its targets.
struct StanceHead: Sendable {
    private let hidden: Int
    private let temperature: Float
    private let attention: TargetAttention?
    private let dense: Linear
    private let label: Linear

    /// - Throws: ``ModelError`` for what is missing from the file, or of another shape.
    init(_ tensors: Tensors, _ model: ModelDescription) throws(ModelError) {
        hidden = model.hidden
        temperature = model.temperature
        attention = model.head == .asked ? try TargetAttention(tensors, hidden) : nil
        let parts = attention == nil ? 3 : 4
        dense = try Linear(tensors, "head.dense", columns: hidden, inner: parts * hidden)
        label = try Linear(tensors, "head.label", columns: 3, inner: hidden)
    }

    /// The probabilities for some targets of a batch that has been encoded, at most ``HeadWorkspace/targets``.
    func answer(
        _ targets: ArraySlice<BatchTarget>,
        _ sequences: ArraySlice<TokenSequence>,
        _ workspace: Workspace,
        _ level: kernel_level,
        _ report: (TokenSequence.Target, StanceProbabilities) -> Void
    ) {
        let space = workspace.head
        let stride = dense.inner
        for (index, target) in targets.enumerated() {
            let vectors = workspace.vectors + target.row * hidden
            let input = space.input + index * stride
            mean(vectors, target.target.tokens, input, level)
            (input + stride - 2 * hidden).update(from: vectors, count: hidden)
            mean(vectors, sequences[target.sequence].sentence, input + stride - hidden, level)
        }
        attention?.ask(targets, sequences, workspace, stride: stride, level)
        dense.multiply(
            space.input,
            stride: stride,
            rows: targets.count,
            to: space.inner,
            stride: hidden,
            level,
            gelu: true
        )
        label.multiply(space.inner, stride: hidden, rows: targets.count, to: space.logits, stride: 3, level)
        for (index, target) in targets.enumerated() { report(target.target, probabilities(space.logits + 3 * index)) }
    }

    private func mean(
        _ vectors: UnsafePointer<Float>,
        _ tokens: Range<Int>,
        _ out: UnsafeMutablePointer<Float>,
        _ level: kernel_level
    ) {
        out.update(repeating: 0, count: hidden)
        for token in tokens {
            kernel_accumulate(level, out, vectors + token * hidden, 1 / Float(tokens.count), hidden)
        }
    }

    /// A softmax with the temperature; what is no number at all, as hostile weights may give, is no stance.
    private func probabilities(_ logits: UnsafePointer<Float>) -> StanceProbabilities {
        let values = (0..<3).map { Double(logits[$0] / temperature) }
        guard let largest = values.max(), values.allSatisfy(\.isFinite) else { return .none }
        let powers = values.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return StanceProbabilities(against: powers[0] / sum, neutral: powers[1] / sum, favor: powers[2] / sum)
    }
}

/// A target of a batch.
struct BatchTarget: Sendable {
    var target: TokenSequence.Target
    /// The index of its sequence.
    var sequence: Int
    /// The row where that sequence begins.
    var row: Int
}
