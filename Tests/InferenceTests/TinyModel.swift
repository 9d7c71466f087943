import Foundation
import JSON

@testable import Inference

/// A model small enough to be made in a test, with random weights, and its file.
struct TinyModel {
    enum Tensor {
        case floats([Float], shape: [Int])
        case bytes([UInt8], shape: [Int])
    }

    static let words = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "anna", "praised", "the", "dam", "bad", "good", "new", "##s", "##ly",
        "town", "was",
        ".", ",", "un", "##want", "##ed", "want", "a", "b", "c", "##b", "##c", "cafe", "\u{2019}", "人", "##人",
    ]

    var metadata: [String: String]
    var tensors: [String: Tensor] = [:]

    /// - Parameter seed: the same seed makes the same weights.
    init(
        _ architecture: ModelDescription.Architecture = .bert,
        _ head: ModelDescription.Head = .asked,
        context: ModelDescription.Context = .none,
        maximumTokens: Int = 32,
        hidden: Int = 64,
        layers: Int = 2,
        seed: UInt64 = 1
    ) {
        let (heads, inner) = (2, 90)
        metadata = [
            "format": "standpoint/stance/1", "name": "tiny", "version": "1", "architecture": architecture.rawValue,
            "layers": "\(layers)", "hidden": "\(hidden)", "heads": "\(heads)", "intermediate": "\(inner)",
            "norm_epsilon": "1e-5", "max_tokens": "\(maximumTokens)", "head": head.rawValue,
            "context": context.rawValue, "labels": "against,neutral,favor", "temperature": "0.5", "lowercase": "true",
            "pad": "[PAD]", "unk": "[UNK]", "cls": "[CLS]", "sep": "[SEP]",
        ]
        var random = Random(state: seed)
        func floats(_ shape: Int..., scale: Float = 1, around: Float = 0) -> Tensor {
            .floats((0..<shape.reduce(1, *)).map { _ in around + random.normal() * scale }, shape: shape)
        }
        func matrix(_ name: String, _ columns: Int, _ inner: Int) {
            tensors["\(name).weight"] = .bytes(
                (0..<columns * inner).map { _ in UInt8(1 + random.next() % 127) },
                shape: [columns, inner]
            )
            tensors["\(name).scale"] = floats(columns, scale: 0.001, around: 0.04 / Float(inner).squareRoot())
            tensors["\(name).bias"] = floats(columns, scale: 0.1)
        }
        func norm(_ name: String) {
            tensors["\(name).weight"] = floats(hidden, scale: 0.1, around: 1)
            tensors["\(name).bias"] = floats(hidden, scale: 0.1)
        }
        matrix("word", Self.words.count, hidden)
        tensors["embedding.word"] = tensors.removeValue(forKey: "word.weight")
        tensors["embedding.word.scale"] = tensors.removeValue(forKey: "word.scale")
        tensors["word.bias"] = nil
        tensors["embedding.position"] = floats(maximumTokens, hidden, scale: 0.2)
        if architecture == .bert { tensors["embedding.type"] = floats(hidden, scale: 0.1) }
        if architecture == .mpnet { tensors["relative_bias"] = floats(32, heads, scale: 0.7) }
        norm("embedding.norm")
        for layer in 0..<layers {
            for part in ["query", "key", "value", "output"] {
                matrix("layer.\(layer).attention.\(part)", hidden, hidden)
            }
            matrix("layer.\(layer).feedforward.in", inner, hidden)
            matrix("layer.\(layer).feedforward.out", hidden, inner)
            norm("layer.\(layer).attention.norm")
            norm("layer.\(layer).feedforward.norm")
        }
        if head == .asked {
            for part in ["query", "key", "value"] {
                tensors["head.\(part).weight"] = floats(hidden, hidden, scale: 0.12)
                tensors["head.\(part).bias"] = floats(hidden, scale: 0.1)
            }
        }
        let parts = head == .asked ? 4 : 3
        tensors["head.dense.weight"] = floats(hidden, parts * hidden, scale: 0.08)
        tensors["head.dense.bias"] = floats(hidden, scale: 0.1)
        tensors["head.label.weight"] = floats(3, hidden, scale: 0.12)
        tensors["head.label.bias"] = floats(3, scale: 0.1)
        let vocabulary = Array((Self.words.joined(separator: "\n") + "\n").utf8)
        tensors["vocabulary"] = .bytes(vocabulary, shape: [vocabulary.count])
    }

    /// The bytes of a file with the given tensors.
    ///
    /// - Parameter shard: such as "1/2"; without it there is no such entry.
    func file(_ names: (String) -> Bool = { _ in true }, shard: String? = nil) -> [UInt8] {
        var data: [UInt8] = []
        var header: JSONObject = [:]
        // Floats first, so that they lie as the processor wants them.
        for isByte in [false, true] {
            for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) where names(name) {
                let start = data.count
                let (type, shape): (String, [Int])
                switch tensor {
                case .floats(let values, let size):
                    if isByte { continue }
                    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { data += $0 } }
                    (type, shape) = ("F32", size)
                case .bytes(let values, let size):
                    if !isByte { continue }
                    data += values
                    (type, shape) = ("U8", size)
                }
                header.updateValue(
                    [
                        "dtype": JSON(type), "shape": .array(shape.map { JSON($0) }),
                        "data_offsets": [JSON(start), JSON(data.count)],
                    ],
                    forKey: name
                )
            }
        }
        var texts: JSONObject = ["sha256": JSON(SHA.hexadecimal(of: data))]
        for (key, value) in metadata { texts.updateValue(JSON(value), forKey: key) }
        if let shard { texts.updateValue(JSON(shard), forKey: "shard") }
        header.updateValue(.object(texts), forKey: "__metadata__")
        return Self.file(header: .object(header), data: data)
    }

    static func file(header: JSON, data: [UInt8]) -> [UInt8] {
        var text = Array(header.encoded())
        while text.count % 8 != 0 { text.append(0x20) }
        return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) } + text + data
    }

    /// Loads the model from a file that is gone afterwards.
    func load(_ level: KernelLevel = .best) throws -> StanceModel {
        try TemporaryFolder.with { folder in
            try StanceModel(path: folder.write("tiny.safetensors", file()), level: level)
        }
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From −√3 to √3, of variance 1.
    mutating func normal() -> Float { (Float(next() >> 40) / Float(1 << 24) - 0.5) * 3.4641 }
}

struct TemporaryFolder {
    let path: String

    static func with<Result>(_ body: (Self) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "inference-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(Self(path: url.path))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }
}
