import Testing
import Wire

@Suite struct SketchTests {
    @Test func `the text and the bytes come back`() throws {
        let sketch = try #require(Sketch((0..<48).map { UInt16($0) &* 1_999 }))
        #expect(Sketch(sketch.text) == sketch)
        #expect(Sketch(bytes: sketch.bytes) == sketch)
        #expect(sketch.text.utf8.count == 192)
    }

    @Test(arguments: [
        "", String(repeating: "0", count: 191), String(repeating: "0", count: 193), String(repeating: "A", count: 192),
        String(repeating: "g", count: 192), String(repeating: "é", count: 96),
    ])
    func `what is no sketch is refused`(text: String) { #expect(Sketch(text) == nil) }

    @Test func `twenty-two equal slots make a near duplicate, and bands tell their place`() throws {
        let zero = try #require(Sketch(Array(repeating: 0, count: 48)))
        let close = try #require(Sketch((0..<48).map { $0 < 22 ? 0 : 1 }))
        let far = try #require(Sketch((0..<48).map { $0 < 21 ? 0 : 1 }))
        #expect(close.isNear(zero))
        #expect(!far.isNear(zero))
        #expect(Set(zero.bandKeys).count == 16)
        #expect(zip(zero.bandKeys, close.bandKeys).count { $0 == $1 } == 7)
    }
}
