import Testing

@testable import Settings

@Suite struct QuantityTests {
    @Test(arguments: [
        ("0", Duration.zero), ("1500ms", .milliseconds(1_500)), ("2s", .seconds(2)), ("5 m", .seconds(300)),
        ("1h", .seconds(3_600)), ("7d", .seconds(604_800)),
    ])
    func `durations are read with their unit`(text: String, value: Duration) {
        #expect(DurationText.parse(text) == value)
        #expect(DurationText.parse(DurationText.format(value)) == value)
    }

    @Test(arguments: ["", "5", "1.5s", "-1s", "+1s", "s", "1S", "1 ", "1  s", "9223372036854775807d", "１s", "1s "])
    func `what is no duration is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: [
        ("0", 0, "0B"), ("1B", 1, "1B"), ("64KB", 64_000, "64KB"), ("8MiB", 8_388_608, "8MiB"),
        ("1024 KiB", 1_048_576, "1MiB"), ("3TB", 3_000_000_000_000, "3TB"), ("1025B", 1_025, "1025B"),
    ])
    func `sizes are read with their unit and written in the largest that fits`(text: String, bytes: Int, shown: String)
    {
        #expect(ByteCount(text: text)?.bytes == bytes)
        #expect(ByteCount(text: text)?.description == shown)
        #expect(ByteCount(text: shown)?.bytes == bytes)
    }

    @Test(arguments: ["", "8", "8mib", "8Mi", "1.5GB", "-1B", "9223372036854775807KB", "B"])
    func `what is no size is refused`(text: String) {
        #expect(ByteCount(text: text) == nil)
    }

    @Test(arguments: [("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("level", "levle", 2)])
    func `the edit distance is Levenshtein's`(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(Array(left.utf8), Array(right.utf8)) == distance)
    }
}
