import Testing
import ZeroMQ

struct MessageTests {
    @Test(arguments: [0, 1, 32, 33, 34, 1023, 1024, 100_000])
    func `a message holds the bytes it was given`(count: Int) {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let copied = Message(copying: body)
        #expect(copied.array() == body)
        #expect(copied.count == count)
        #expect(copied.bytes.byteCount == count)
        #expect(copied.isEmpty == (count == 0))
        let adopted = Message(adopting: body)
        #expect(adopted.array() == body)
    }

    @Test(arguments: [10, 5000])
    func `a copy shares the bytes and outlives the original`(count: Int) {
        var original = Message(adopting: [UInt8](repeating: 5, count: count))
        let copy = original.copy()
        original = Message("other")
        #expect(copy.array() == [UInt8](repeating: 5, count: count))
        #expect(original.string() == "other")
    }

    @Test func `text that is not UTF-8 is no text`() {
        #expect(Message(copying: [0xC3, 0x28]).string() == nil)
        #expect(Message("Gruß").string() == "Gruß")
        #expect(Message().string() == "")
    }

    @Test func `frames are added, taken and removed in order`() {
        var message = Multipart(copying: bytes("a"), bytes("b"), bytes("c"))
        message.append("d")
        message.append(Message("e"))
        message.append(adopting: [UInt8](repeating: 102, count: 2000))
        #expect(message.count == 6)
        #expect(message.byteCount == 2005)
        #expect(message.remove(at: 1).string() == "b")
        #expect(message.take(0).string() == "a")
        #expect(message.frames.prefix(4) == [[], bytes("c"), bytes("d"), bytes("e")])
        #expect(message.remove(at: 4).count == 2000)
        #expect(message.count == 4)
        #expect(message.bytes(1).byteCount == 1)
        message.removeAll()
        #expect(message.isEmpty == true)
    }

    @Test func `a copied message is whole and its own`() {
        var message = Multipart(copying: bytes("a"), [UInt8](repeating: 1, count: 4000))
        let copy = message.copy()
        message.removeAll()
        #expect(copy.frames == [bytes("a"), [UInt8](repeating: 1, count: 4000)])
    }

    @Test func `a batch gives back its messages in order`() {
        var batch = Batch()
        for number in 0..<100 {
            batch.append(Multipart(copying: bytes("\(number)")))
            if number % 3 == 2 { #expect(batch.popFirst()?.string(0) == "\(number / 3)") }
        }
        #expect(batch.count == 67)
        var next = 33
        batch.forEach { message in
            #expect(message.string(0) == "\(next)")
            next += 1
        }
        while batch.popFirst() != nil {}
        #expect(batch.isEmpty == true)
    }
}
