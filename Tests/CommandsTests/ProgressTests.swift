import JSON
import Testing

@testable import Commands

struct ProgressTests {
    private static let status: JSON = [
        "pending": 400, "done": 700, "dead": 2,
        "stages": [
            ["stage": "ingest", "ready": 3, "held": 1, "retrying": 0, "workers": 1],
            ["stage": "stance", "ready": 40, "held": 60, "retrying": 5, "workers": 2],
        ],
    ]

    @Test(arguments: [
        (0, "ingest 4, stance 105, done 700, dead 2"),
        (100, "ingest 4, stance 105, done 700, dead 2; 50/s, 8 s left"),
        (7, "ingest 4, stance 105, done 700, dead 2; 3.5/s, 115 s left"),
    ])
    func `progress tells the stages, the rate and the time left`(_ ended: Int, _ line: String) {
        let status = StatusReport(Self.status)
        #expect(ProgressReport.line(status, ended: ended, in: .seconds(2)) == line)
    }
}
