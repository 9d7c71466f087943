internal import Crypto
import Foundation
import Inference

extension Door {
    /// A model's file. The checksum is put right first: whoever damages a file on purpose can do that as well.
    package static let model = Door("model", longest: 160_000) { bytes throws(BrokenRule) in
        let path = NSTemporaryDirectory() + "hostile-\(UUID().uuidString).safetensors"
        defer { unlink(path) }
        try require(FileManager.default.createFile(atPath: path, contents: Data(signed(bytes))), "no room for a file")
        let model: StanceModel
        do throws(ModelError) { model = try StanceModel(path: path) } catch {
            try require(!error.description.unicodeScalars.contains { $0.value < 0x20 }, "a message that can't be shown")
            try require(error.description.utf8.count < 8_192, "an endless message")
            return
        }
        let text = Array("Anna praised the unwanted new dam, said 人人 the town.".unicodeScalars)
        let question = StanceQuestion(text.indices, targets: [0..<4, 13..<33, 40..<42, text.indices])
        let answers = model.answer([question, question], of: text)
        try require(answers.count == 2 && answers.allSatisfy { $0.count == 4 }, "answers are missing")
        for answer in answers.joined() {
            let all = [answer.against, answer.neutral, answer.favor]
            try require(all.allSatisfy { (0...1).contains($0) }, "probabilities \(all)")
            try require(abs(all.reduce(-1, +)) < 1e-3, "probabilities \(all)")
        }
    }

    /// The file with the checksum of its data in the place of the one that it has.
    private static func signed(_ bytes: [UInt8]) -> [UInt8] {
        let mark = Array("\"sha256\":\"".utf8)
        guard bytes.count > 8 else { return bytes }
        let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= bytes.count - 8, let place = bytes[8..<8 + Int(length)].firstRange(of: mark) else {
            return bytes
        }
        let digest = SHA256.hash(data: bytes[(8 + Int(length))...])
        let digits = digest.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined().utf8
        guard place.upperBound + digits.count <= bytes.count else { return bytes }
        var signed = bytes
        signed.replaceSubrange(place.upperBound..<place.upperBound + digits.count, with: digits)
        return signed
    }
}
