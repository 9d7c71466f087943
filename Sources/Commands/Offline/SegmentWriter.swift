internal import Article
internal import JSON
internal import Segmentation

/// Writes lines of output: a text's sentences, or what was decided about it.
struct SegmentWriter {
    private let command: SegmentCommand

    init(command: SegmentCommand) { self.command = command }

    /// - Parameter language: of the text itself, where it is known; otherwise that of the command line counts.
    func append(_ id: JSON, _ text: String, language: String?, to bytes: inout [UInt8]) {
        let segmenter = SentenceSegmenter(
            language: language ?? command.language,
            newlines: command.newlines.newlines,
            usesModel: !command.rulesOnly
        )
        if command.candidates {
            append(id, "candidates", segmenter.candidates(text).map(\.json), to: &bytes)
        } else if command.explain {
            append(id, "decisions", segmenter.explain(text).map(\.json), to: &bytes)
        } else {
            append(id, text, segmenter, to: &bytes)
        }
    }

    private func append(_ id: JSON, _ name: String, _ values: [JSON], to bytes: inout [UInt8]) {
        var object: JSONObject = ["id": id]
        object[name] = .array(values)
        bytes += JSON.object(object).encoded()
        bytes.append(0x0A)
    }

    private func append(_ id: JSON, _ text: String, _ segmenter: SentenceSegmenter, to bytes: inout [UInt8]) {
        bytes.append("{\"id\":")
        bytes.append(contentsOf: id.encoded())
        bytes.append(",\"sentences\":[")
        var text = text
        text.withUTF8 { utf8 in
            var walk = ScalarWalk(utf8)
            var isFirst = true
            for span in segmenter.segment(utf8.span) {
                if !isFirst { bytes.append(0x2C) }
                isFirst = false
                bytes.append("{\"start\":")
                bytes.append(decimal: span.start)
                bytes.append(",\"end\":")
                bytes.append(decimal: span.end)
                bytes.append(",\"text\":")
                let start = walk.byte(of: span.start)
                bytes.append(jsonString: UnsafeBufferPointer(rebasing: utf8[start..<walk.byte(of: span.end)]))
                bytes.append(0x7D)
            }
        }
        bytes.append("]}\n")
    }
}

extension BoundaryDecision {
    fileprivate var json: JSON {
        var object: JSONObject = [
            "end": JSON(offset), "ends": JSON(endsSentence), "rule": JSON(rule.text),
        ]
        if let score {
            object["score"] = Self.rounded(score)
            object["weights"] = .array(
                reasons.prefix(8).map { ["feature": JSON($0.feature), "weight": Self.rounded($0.weight)] }
            )
        }
        return .object(object)
    }

    /// The weights are multiples of an eighth, which need three decimals.
    private static func rounded(_ value: Float) -> JSON { JSON((Double(value) * 1000).rounded() / 1000) }
}

extension ModelCandidate {
    fileprivate var json: JSON {
        [
            "end": JSON(offset), "prior": JSON(Double(prior)), "rule": JSON(rule.text),
            "features": .array(indices.map { JSON($0) }),
        ]
    }
}
