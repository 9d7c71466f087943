import QueueServer
import Testing

struct TickClockTests {
    /// The moments at which a clock ticks that is looked at at each of `times`.
    private static func ticks(_ times: [Int], hasHeardAll: Bool) -> [Int] {
        var clock = TickClock(patience: .milliseconds(500))
        return times.filter { clock.ticks(at: .milliseconds($0), hasHeardAll: hasHeardAll || $0 == 0) }
    }

    @Test func `it ticks every tenth of a second`() {
        #expect(Self.ticks([0, 30, 99, 100, 150, 230, 329, 330], hasHeardAll: true) == [0, 100, 230, 330])
    }

    @Test func `it says how long it is until then`() {
        var clock = TickClock(patience: .milliseconds(500))
        _ = clock.ticks(at: .zero, hasHeardAll: true)
        #expect(clock.untilNext(from: .milliseconds(30)) == .milliseconds(70))
        #expect(clock.untilNext(from: .milliseconds(900)) == .zero)
    }

    @Test func `while messages wait nobody is judged, but for no longer than patience lasts`() {
        let times = (0...200).map { $0 * 10 }
        #expect(Self.ticks(times, hasHeardAll: false) == [0, 600, 1_200, 1_800])
    }
}
