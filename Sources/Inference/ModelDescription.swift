/// What the metadata of a model file say, checked.
package struct ModelDescription: Hashable, Sendable {
    package enum Architecture: String, Hashable, Sendable {
        /// Devlin et al. 2019: absolute positions, a norm after each part.
        case bert
        /// Song et al. 2020: as BERT, with a bias for the distance of two tokens.
        case mpnet
    }

    package enum Head: String, Hashable, Sendable {
        /// Reads the target's tokens, the first token and the mean of the sentence.
        case pooled
        /// Also asks the sentence about the target, by one more attention.
        case asked
    }

    package enum Context: String, Hashable, Sendable {
        case none
        /// The sentence before is read as well.
        case previous
    }

    /// `small` or `base`, or any other name.
    package var name: String
    package var version: String
    package var architecture: Architecture
    package var head: Head
    package var context: Context
    package var layers: Int
    package var hidden: Int
    package var heads: Int
    package var intermediate: Int
    /// The longest sequence, special tokens included.
    package var maximumTokens: Int
    package var normEpsilon: Float
    package var temperature: Float
    /// The special tokens, as they stand in the vocabulary.
    package var cls: String
    package var sep: String
    package var unk: String

    /// How large a dimension of the head's attention is.
    static let askedDimension = 64
    /// Columns are packed by so many (`KERNEL_PANEL`).
    private static let panel = 32

    /// - Throws: ``ModelError`` `unsupported` for another format or kind of model, `malformed` for what can't be.
    init(_ metadata: [String: String], file: String) throws(ModelError) {
        let reader = MetadataReader(metadata: metadata, file: file)
        let format = try reader.text("format")
        guard format == "standpoint/stance/1" else {
            throw ModelError(.unsupported, file, "its format is \"\(format.prefix(64))\"; expected standpoint/stance/1")
        }
        name = try reader.text("name")
        version = try reader.text("version")
        architecture = try reader.choice("architecture")
        head = try reader.choice("head")
        context = try reader.choice("context")
        layers = try reader.number("layers", 1...64)
        hidden = try reader.number("hidden", 1...4_096)
        heads = try reader.number("heads", 1...64)
        intermediate = try reader.number("intermediate", 1...16_384)
        maximumTokens = try reader.number("max_tokens", 16...512)
        normEpsilon = try reader.float("norm_epsilon")
        temperature = try reader.float("temperature")
        (cls, sep, unk) = (try reader.text("cls"), try reader.text("sep"), try reader.text("unk"))
        guard try reader.text("labels") == "against,neutral,favor", try reader.text("lowercase") == "true" else {
            throw ModelError(.unsupported, file, "expected lowercase true and the labels against,neutral,favor")
        }
        guard hidden % heads == 0, hidden % Self.panel == 0 else {
            throw ModelError(
                .unsupported,
                file,
                "hidden \(hidden) is no multiple of \(heads) heads and of \(Self.panel)"
            )
        }
        guard head == .pooled || hidden % Self.askedDimension == 0 else {
            throw ModelError(.malformed, file, "hidden \(hidden) is no multiple of \(Self.askedDimension)")
        }
    }
}

private struct MetadataReader {
    let metadata: [String: String]
    let file: String

    func text(_ key: String) throws(ModelError) -> String {
        guard let text = metadata[key], !text.isEmpty, text.utf8.count <= 256 else {
            throw ModelError(.malformed, file, "\"\(key)\" is missing from its metadata, or too long")
        }
        return text
    }

    func number(_ key: String, _ range: ClosedRange<Int>) throws(ModelError) -> Int {
        guard let number = Int(try text(key)), range.contains(number) else {
            throw ModelError(
                .malformed,
                file,
                "\"\(key)\" in its metadata must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    func float(_ key: String) throws(ModelError) -> Float {
        guard let number = Float(try text(key)), number.isNormal, number > 0 else {
            throw ModelError(.malformed, file, "\"\(key)\" in its metadata must be a number above 0")
        }
        return number
    }

    func choice<Value: RawRepresentable<String>>(_ key: String) throws(ModelError) -> Value {
        let text = try text(key)
        guard let value = Value(rawValue: text) else {
            throw ModelError(.unsupported, file, "\"\(key)\" is \"\(text.prefix(64))\", which this version can't run")
        }
        return value
    }
}
