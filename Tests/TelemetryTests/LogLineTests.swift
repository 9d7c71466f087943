import Foundation
import Logging
import Testing

@testable import Telemetry

@Suite struct LogLineTests {
    /// What one event becomes, at a fixed time.
    private func line(
        _ message: Logger.Message,
        _ metadata: Logger.Metadata = [:],
        format: LogFormat = .text,
        level: Logger.Level = .info,
        colours: Bool = false,
        label: String = "queue"
    ) -> String {
        let lines = LineCollector()
        let handler = LineLogHandler(
            label: label,
            level: .trace,
            format: format,
            colours: colours,
            clock: { LogTime(milliseconds: 1_795_467_926_123) },
            sink: { lines.append($0) }
        )
        Logger(label: label, factory: { _ in handler }).log(level: level, message, metadata: metadata)
        return lines.all
    }

    @Test func `an event is one line of text`() {
        let metadata = Logger.Metadata(fields: [.worker("01JD"), .article("a1f0"), .attempt(2)])
        #expect(
            line("article accepted", metadata)
                == "2026-11-23T21:05:26.123Z info queue: article accepted article=a1f0 attempt=2 worker=01JD\n"
        )
    }

    @Test func `an event is one object of JSON`() {
        let metadata = Logger.Metadata(fields: [.worker("01JD"), .article("a1f0"), .attempt(2)])
        #expect(
            line("article accepted", metadata, format: .json)
                == #"{"time":"2026-11-23T21:05:26.123Z","level":"info","logger":"queue","#
                + #""message":"article accepted","article":"a1f0","attempt":2,"worker":"01JD"}"# + "\n"
        )
    }

    @Test(arguments: [
        ("a\nb", #""a\nb""#), ("\u{1B}[31mred", #""\u{1B}[31mred""#), ("say \"x\"", #""say \"x\"""#),
        ("a=b", #""a=b""#), ("back\\slash", #""back\\slash""#), ("", "\"\""), ("two words", "\"two words\""),
        ("\u{202E}evil", #""\u{202E}evil""#), ("a\u{85}b", #""a\u{85}b""#), ("Zoë", "Zoë"), ("\r\t", #""\r\t""#),
    ])
    func `a value cannot break out of its field`(value: String, shown: String) {
        #expect(line("m", ["k": .string(value)]) == "2026-11-23T21:05:26.123Z info queue: m k=\(shown)\n")
    }

    @Test(arguments: ["a\nb", "\u{1B}[31m", "\"\\/", "\u{0}\u{7F}\u{2028}\u{202E}", "😀\u{E0001}", "}"])
    func `JSON lines give back what was put in, on one printable line`(value: String) throws {
        let text = line("m", ["k": .string(value)], format: .json)
        #expect(text.unicodeScalars.dropLast().allSatisfy { !LogText.isUnsafe($0) })
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
        #expect(object["k"] == value)
    }

    @Test func `a message cannot forge a field, nor a field a fixed key`() {
        #expect(line("x article=1") == "2026-11-23T21:05:26.123Z info queue: \"x article=1\"\n")
        #expect(
            line("m", ["level": "fatal", "_level": "x"], format: .json)
                == #"{"time":"2026-11-23T21:05:26.123Z","level":"info","logger":"queue","message":"m","#
                + #""_level":"x","__level":"fatal"}"# + "\n"
        )
    }

    @Test(arguments: LogFormat.allCases)
    func `a line has at most 4096 bytes and says when it was shortened`(format: LogFormat) throws {
        var metadata: Logger.Metadata = [:]
        for number in 0..<64 { metadata["key\(number)"] = .string(String(repeating: "\u{1B}\"", count: 5_000)) }
        let text = line("\(String(repeating: "m", count: 100_000))", metadata, format: format)
        #expect(text.utf8.count <= 4_096)
        #expect(text.utf8.count(where: { $0 == 0x0A }) == 1)
        #expect(text.hasSuffix(format == .text ? " truncated=true\n" : ",\"truncated\":true}\n"))
        if format == .json { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) } }
    }

    @Test func `colours mark the level on a terminal without NO_COLOR`() {
        #expect(
            line("m", level: .error, colours: true) == "2026-11-23T21:05:26.123Z \u{1B}[31merror\u{1B}[0m queue: m\n"
        )
        #expect(Telemetry.usesColours(isTerminal: true, environment: [:]))
        #expect(Telemetry.usesColours(isTerminal: true, environment: ["NO_COLOR": ""]))
        #expect(!Telemetry.usesColours(isTerminal: true, environment: ["NO_COLOR": "1"]))
        #expect(!Telemetry.usesColours(isTerminal: false, environment: [:]))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (Int.max, "9999-12-31T23:59:59.999Z"), (Int.min, "0000-01-01T00:00:00.000Z"),
    ])
    func `time is written by RFC 3339`(milliseconds: Int, text: String) {
        #expect(LogTime(milliseconds: milliseconds).text == text)
    }
}
