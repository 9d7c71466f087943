import Article
import Ingest
import Segmentation
import Stance

/// How the time of the three stages grows with a text.
package struct Growth: Sendable {
    /// The seconds that a stage took for each size; empty where the text did not come so far.
    package var seconds: [String: [Double]] = [:]

    package init(seconds: [String: [Double]]) { self.seconds = seconds }

    /// Runs the stages on a text of `bytes`, and twice, four and eight times as much.
    ///
    /// - Parameter clock: the processor time of this thread, in seconds: other processes do not count.
    package init(of hostile: HostileText, bytes: Int, clock: () -> Double) {
        for factor in [1, 2, 4, 8] {
            let text = hostile.text(bytes: bytes * factor)
            let submission = Submission(content: text, contentType: hostile.contentType)
            guard
                let ingested = measure("ingest", clock, { try? Ingest().article(from: submission, id: "growth") }),
                let segmented = measure("segment", clock, { try? SegmentStage().process(ingested) })
            else { continue }
            _ = measure("stance", clock) { try? StanceStage().process(segmented) }
        }
    }

    private mutating func measure(_ stage: String, _ clock: () -> Double, _ body: () -> Article?) -> Article? {
        let start = clock()
        let result = body()
        seconds[stage, default: []].append(clock() - start)
        return result
    }

    /// Less is noise: the clock's steps, the first use of a table.
    private static let leastSeconds = 0.02

    /// The stages whose time for eight times the text is more than twenty times as long: what is linear takes eight times
    /// as long and what is quadratic sixty-four.
    package var superlinear: [String] {
        seconds.filter { _, times in
            times.count == 4 && times[3] > Self.leastSeconds && times[3] > 20 * max(times[0], Self.leastSeconds / 20)
        }.keys.sorted()
    }
}
