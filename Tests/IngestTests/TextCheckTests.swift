import TestSupport
import Testing

@testable import Ingest

struct TextCheckTests {
    @Test(arguments: Seeds.some(100))
    func `characters are counted alike wherever they stand`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Many texts are all but plain, so that eight bytes in a row are, and thousands.
        let rare = [2, 40, 10_000][Int(seed % 3)]
        let text = (0..<Int.random(in: 0...5000, using: &random)).map { _ -> UInt8 in
            let any = UInt8.random(in: 0..<0x80, using: &random)
            return Int.random(in: 0..<rare, using: &random) == 0 ? any : any % 0x5F + 0x20
        }
        let check = text.withUnsafeBufferPointer(TextCheck.init)
        #expect(check.visible == text.count { (0x21..<0x7F).contains($0) })
        #expect(check.suspects == text.count { $0 == 0x7F || $0 < 0x09 || (0x0E..<0x20).contains($0) })
    }
}
