internal import CKernels

/// A transformer that turns pieces of words into vectors: BERT (Devlin et al. 2019) or MPNet (Song et al. 2020), both with
/// the norm after each part.
///
/// The rows of all sequences of a batch lie one after the other, with no padding; only attention looks at sequences.
struct Encoder: Sendable {
    let hidden: Int
    let heads: Int
    let intermediate: Int
    private let words: Bytes
    private let wordScales: Floats
    private let positions: Floats
    private let type: Floats?
    private let norm: Norm
    private let layers: [Layer]
    private let distances: Distances?

    private struct Norm: Sendable {
        let weight: Floats
        let bias: Floats

        init(_ tensors: Tensors, _ name: String, _ count: Int) throws(ModelError) {
            weight = try tensors.floats("\(name).weight", count)
            bias = try tensors.floats("\(name).bias", count)
        }
    }

    private struct Layer: Sendable {
        let projections: PackedMatrix
        let output: PackedMatrix
        let attentionNorm: Norm
        let inward: PackedMatrix
        let outward: PackedMatrix
        let feedforwardNorm: Norm
    }

    private let epsilon: Float

    /// - Throws: ``ModelError`` for what is missing from the file, or of another shape than the metadata say.
    init(_ tensors: Tensors, _ model: ModelDescription, vocabulary: Int) throws(ModelError) {
        (hidden, heads, intermediate) = (model.hidden, model.heads, model.intermediate)
        epsilon = model.normEpsilon
        words = try tensors.bytes("embedding.word", vocabulary, hidden)
        wordScales = try tensors.floats("embedding.word.scale", vocabulary)
        let rows = try tensors.shape("embedding.position")[0]
        positions = try tensors.floats("embedding.position", rows, hidden)
        guard rows >= model.maximumTokens else {
            throw ModelError(.malformed, tensors.path, "\(rows) positions, fewer than max_tokens")
        }
        type = model.architecture == .bert ? try tensors.floats("embedding.type", hidden) : nil
        norm = try Norm(tensors, "embedding.norm", hidden)
        distances =
            model.architecture == .mpnet
            ? Distances(try tensors.floats("relative_bias", Distances.buckets, heads), heads, model.maximumTokens) : nil
        var layers: [Layer] = []
        for index in 0..<model.layers { layers.append(try Self.layer(tensors, "layer.\(index)", model)) }
        self.layers = layers
    }

    private static func layer(
        _ tensors: Tensors,
        _ name: String,
        _ model: ModelDescription
    ) throws(ModelError) -> Layer {
        let attention = "\(name).attention"
        let (hidden, inner) = (model.hidden, model.intermediate)
        return Layer(
            projections: try PackedMatrix(
                tensors,
                ["query", "key", "value"].map { "\(attention).\($0)" },
                columns: hidden,
                inner: hidden
            ),
            output: try PackedMatrix(tensors, ["\(attention).output"], columns: hidden, inner: hidden),
            attentionNorm: try Norm(tensors, "\(attention).norm", hidden),
            inward: try PackedMatrix(tensors, ["\(name).feedforward.in"], columns: inner, inner: hidden),
            outward: try PackedMatrix(tensors, ["\(name).feedforward.out"], columns: hidden, inner: inner),
            feedforwardNorm: try Norm(tensors, "\(name).feedforward.norm", hidden)
        )
    }

    /// Encodes the sequences of a batch into `workspace.vectors`, one row of ``hidden`` values for each token.
    ///
    /// - Precondition: the workspace has room for all tokens, and every identifier is in the vocabulary.
    func encode(_ sequences: ArraySlice<TokenSequence>, _ workspace: Workspace, _ level: kernel_level) {
        var rows = 0
        for sequence in sequences {
            for (position, id) in sequence.ids.enumerated() {
                kernel_embed(
                    level,
                    words.start + Int(id) * hidden,
                    wordScales.values[Int(id)],
                    positions.start + position * hidden,
                    type?.start,
                    hidden,
                    workspace.vectors + rows * hidden
                )
                rows += 1
            }
        }
        finish(norm, rows, workspace, level)
        for layer in layers {
            multiply(layer.projections, rows, to: workspace.wide, workspace.wideStride, KERNEL_STORE, workspace, level)
            attend(sequences, workspace, level)
            kernel_quantize(level, workspace.attended, hidden, rows, hidden, workspace.quantized, workspace.scales)
            multiply(layer.output, rows, to: workspace.vectors, hidden, KERNEL_ADD, workspace, level)
            finish(layer.attentionNorm, rows, workspace, level)
            multiply(layer.inward, rows, to: workspace.wide, workspace.wideStride, KERNEL_GELU, workspace, level)
            kernel_quantize(
                level,
                workspace.wide,
                workspace.wideStride,
                rows,
                intermediate,
                workspace.quantized,
                workspace.scales
            )
            multiply(layer.outward, rows, to: workspace.vectors, hidden, KERNEL_ADD, workspace, level)
            finish(layer.feedforwardNorm, rows, workspace, level)
        }
    }

    private func multiply(
        _ matrix: PackedMatrix,
        _ rows: Int,
        to out: UnsafeMutablePointer<Float>,
        _ stride: Int,
        _ epilogue: kernel_epilogue,
        _ workspace: Workspace,
        _ level: kernel_level
    ) {
        withUnsafePointer(to: matrix.matrix) {
            kernel_multiply(level, $0, workspace.quantized, workspace.scales, rows, out, stride, epilogue)
        }
    }

    /// The norm, in place, and the 8-bit values for the next product.
    private func finish(_ norm: Norm, _ rows: Int, _ workspace: Workspace, _ level: kernel_level) {
        kernel_norm(
            level,
            workspace.vectors,
            rows,
            hidden,
            norm.weight.start,
            norm.bias.start,
            epsilon,
            workspace.quantized,
            workspace.scales
        )
    }

    private func attend(_ sequences: ArraySlice<TokenSequence>, _ workspace: Workspace, _ level: kernel_level) {
        var row = 0
        for sequence in sequences {
            kernel_attention(
                level,
                workspace.wide + row * workspace.wideStride,
                workspace.wideStride,
                sequence.ids.count,
                heads,
                hidden / heads,
                distances?.table.start,
                distances?.reach ?? 0,
                workspace.attention,
                workspace.attended + row * hidden
            )
            row += sequence.ids.count
        }
    }
}
