import JSON
import Testing

struct MembersTests {
    @Test func `what is not taken is left, in order`() throws {
        var members = try JSONMembers(["c": 1, "a": nil, "b": "x", "d": nil], "a thing")
        #expect(try members.string("b") == "x")
        #expect(members.take("a") == nil)
        #expect(JSON.object(members.rest).text() == #"{"c":1,"d":null}"#)
    }

    @Test(arguments: [
        ("[]", "expected a thing as an object, not an array"), ("{}", "n: missing; expected a whole number from 0 on"),
        (#"{"n":null}"#, "n: missing; expected a whole number from 0 on"),
        (#"{"n":-1}"#, "n: expected a whole number from 0 on, not a number"),
        (#"{"n":true}"#, "n: expected a whole number from 0 on, not a boolean"),
        (#"{"n":1,"list":{}}"#, "list: expected an array, not an object"),
        (#"{"n":1,"list":["a",2]}"#, "list[1]: expected a string"),
        (#"{"n":1,"inner":"x"}"#, "inner: expected an inner thing as an object, not a string"),
        (#"{"n":1,"inner":{"m":"x"}}"#, "inner.m: expected a number, not a string"),
    ])
    func `a fault names its path`(_ text: String, _ fault: String) throws {
        let json = try JSONReader.read(text)
        let error = #expect(throws: JSONError.self) {
            var members = try JSONMembers(json, "a thing")
            _ = try members.count("n")
            _ = try members.list("list") { element throws(JSONError) in
                guard let text = element.string else { throw JSONError("expected a string") }
                return text
            }
            _ = try members.optionalObject("inner", "an inner thing") { inner throws(JSONError) in try inner.number("m")
            }
        }
        #expect(error?.description == fault)
    }
}
