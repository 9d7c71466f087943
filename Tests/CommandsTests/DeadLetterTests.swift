import JSON
import Service
import Testing

@testable import Commands

struct DeadLetterTests {
    @Test func `a dead letter is told with its reason, and where, how often, by whom and when it was tried`() {
        let letter: JSON = [
            "id": "0f8e2d6c1b4a49d7b3c5a8e1f2d30b64", "key": "bridge", "code": "deadline", "reason": "too slow",
            "stage": "stance", "attempts": 3, "worker": "01M8BCA2RQMHDGCMNWG6YG3PJ6", "ended_ms": 1_795_678_343_999,
        ]
        let line =
            "0f8e2d6c1b4a49d7b3c5a8e1f2d30b64 (bridge): deadline: too slow [stage stance, tries 3,"
            + " worker 01M8BCA2RQMHDGCMNWG6YG3PJ6, 2026-11-26T07:32:23Z]"
        #expect(DeadLetterText.line(letter) == line)
        #expect(DeadLetterText.line(["id": "1", "stage": "ingest"]) == "1: :  [stage ingest, tries 0]")
    }

    @Test func `a full queue is told of once, and given up after the limit`() throws {
        var notes: [String] = []
        var patient = RoomWait(limit: nil) { notes.append($0) }
        #expect(patient.seconds == nil)
        for _ in 0..<3 {
            try patient.isFull(accepted: 1)
            #expect(patient.seconds != nil)
            patient.hasRoom()
            #expect(patient.seconds == nil)
        }
        patient.finish()
        #expect(notes == ["the queue is full; waiting for room, and going on by itself when there is some"])
        var hasty = RoomWait(limit: .zero) { _ in }
        let error = #expect(throws: CommandError.self) { try hasty.isFull(accepted: 7) }
        #expect(error?.status == .failure)
        #expect(error?.message?.contains("it has 7 of the articles") == true)
    }
}
