import JSON
import Queue
import TestSupport
import Testing

struct PropertyTests {
    @Test(arguments: Seeds.some(200))
    func `what is written is read back the same`(seed: UInt64) throws {
        var random = RandomJSON(SplitMix64(seed: seed))
        let value = random.value(depth: 6)
        let bytes = value.encoded()
        #expect(try JSONReader.read(bytes).encoded() == bytes)
        #expect(try JSONReader.read(bytes) == value)
        #expect(try JSONReader.read(value.encoded(.pretty)).encoded() == bytes)
    }

    @Test(arguments: Seeds.some(100))
    func `damaged documents are refused or mean something, and never crash`(seed: UInt64) throws {
        var random = RandomJSON(SplitMix64(seed: seed))
        let intact = JSON.array((0..<4).map { _ in random.value(depth: 5) }).encoded()
        for _ in 0..<100 {
            var bytes = intact
            for _ in 0..<Int.random(in: 1...4, using: &random.generator) { Self.damage(&bytes, &random.generator) }
            do throws(JSONError) {
                let once = try JSONReader.read(bytes).encoded()
                #expect(try JSONReader.read(once).encoded() == once)
            } catch {
                let offset = try #require(error.offset)
                #expect((0...bytes.count).contains(offset), "\(error)")
            }
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
        guard let place = bytes.indices.randomElement(using: &generator) else { return }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = Array("\"\\{}[],:0-.eEu".utf8).randomElement(using: &generator)!
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(.random(in: .min ... .max, using: &generator), at: place)
        default: bytes.removeSubrange(place...)
        }
    }
}
