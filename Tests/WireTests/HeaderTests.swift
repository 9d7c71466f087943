import JSON
import Queue
import TestSupport
import Testing
import Wire

struct HeaderTests {
    @Test(arguments: Headers.all + Headers.queries)
    func `a header is written as the protocol has it, and read back`(_ sample: Headers.Sample) throws {
        #expect(String(decoding: sample.header.encoded(), as: UTF8.self) == sample.text)
        #expect(try Header(text: sample.text) == sample.header)
        try SchemaExamples.write("encoded-\(sample.name)", sample.type, sample.header.encoded())
    }

    @Test(arguments: Headers.all)
    func `members of later versions are passed over`(_ sample: Headers.Sample) throws {
        // In a query they are parameters.
        guard sample.type != "query" else { return }
        let later = sample.text.dropLast() + #","later":{"a":[1,{"b":null}]}}"#
        #expect(try Header(text: String(later)) == sample.header)
    }

    @Test(arguments: Headers.all)
    func `no header can do without a member that it must have`(_ sample: Headers.Sample) throws {
        let optional: Set = [
            "model", "slots", "traceparent", "sketch", "near_duplicate_of", "key", "priority", "cursor", "article",
        ]
        let members = Headers.members(sample.type)
        for key in members.keys {
            if optional.contains(key), key != "article" || sample.type == "query" { continue }
            if sample.type == "refused", key == "n" { continue }
            var less = members
            less[key] = nil
            let refusal = #expect(throws: Refusal.self, "without \(key)") {
                try Header(decoding: JSON.object(less).encoded())
            }
            #expect(refusal?.code == "bad_header")
            #expect(refusal?.reason.hasPrefix("\(key): missing") == true, "\(key): \(refusal?.reason ?? "")")
            #expect(refusal?.n == (key == "n" ? nil : members["n"]?.int))
        }
    }

    @Test(arguments: Seeds.some(50))
    func `damaged headers are refused and never crash`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for sample in Headers.all {
            var bytes = sample.header.encoded()
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                bytes[place] =
                    Bool.random(using: &generator)
                    ? bytes[place] ^ 1 : UInt8.random(in: .min ... .max, using: &generator)
            }
            let header: Header
            do throws(Refusal) { header = try Header(decoding: bytes) } catch {
                #expect(error.code == "bad_header")
                continue
            }
            #expect(try Header(decoding: header.encoded()) == header)
        }
    }
}
