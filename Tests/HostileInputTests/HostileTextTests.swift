import HostileInput
import Testing

struct `The measure of growth` {
    @Test func `tells quadratic from linear time, and neither from noise`() {
        let growth = Growth(seconds: [
            "linear": [0.1, 0.2, 0.4, 0.8], "with logarithms": [0.1, 0.24, 0.6, 1.3],
            "quadratic": [0.01, 0.04, 0.16, 0.64],
            "short": [0.00001, 0.0001, 0.001, 0.01], "refused": [5],
        ])
        #expect(growth.superlinear == ["quadratic"])
    }
}

/// The repeated texts, short here; `fuzz growth` measures them long (scripts/fuzz).
struct `Every hostile text` {
    @Test(arguments: [Door.page, .text, .markdown, .feed, .sentences, .stances].map(\.name))
    func `passes the doors`(_ name: String) throws {
        let door = try #require(Door.all.first { $0.name == name })
        for hostile in HostileText.all {
            do throws(BrokenRule) { try door.check(Array(hostile.text(bytes: 1_000).utf8)) } catch {
                Issue.record("\(hostile.name): \(error)")
            }
        }
    }
}
