package import Queue
import Wire

/// A game: the rules, the weather, and what happens. All of it follows from the seed.
package struct Plan: Sendable {
    package let seed: UInt64
    package let rules: QueueRules
    let weather: Weather
    package internal(set) var steps: [Step]

    package init(seed: UInt64) {
        self.seed = seed
        // Seeds that follow each other must not make games that resemble each other.
        var generator = SplitMix64(seed: seed &* 0xD1B5_4A32_D192_ED03)
        rules = Self.rules(&generator)
        weather = Self.weather(&generator)
        let deck = Deck(rules, &generator)
        let length = Int.random(in: 20...160, using: &generator)
        steps = []
        steps.reserveCapacity(length)
        for _ in 0..<length {
            let event = deck.draw(&generator)
            steps.append(Step(event: event, salt: UInt64.random(in: 1 ... .max, using: &generator)))
        }
    }

    /// The same without one of its steps.
    package func leavingOut(_ index: Int) -> Plan {
        var plan = self
        plan.steps.remove(at: index)
        return plan
    }

    private static let stages = ["ingest", "segment", "stance"].map { StageName($0)! }

    private static func rules(_ generator: inout SplitMix64) -> QueueRules {
        var rules = QueueRules(stages: Array(stages.prefix(Int.random(in: 1...3, using: &generator))))
        rules.maximumAttempts = Int.random(in: 1...4, using: &generator)
        rules.taskDeadline = .milliseconds(Int.random(in: 10...40, using: &generator) * 100)
        rules.backoff = .milliseconds(100)
        rules.maximumBackoff = .milliseconds(Int.random(in: 1...10, using: &generator) * 200)
        rules.maximumBody = Int.random(in: 60...400, using: &generator)
        rules.maximumArticles = Int.random(in: 2...40, using: &generator)
        rules.maximumBytes = Int.random(in: 5...40, using: &generator) * 100
        rules.maximumWorkers = Int.random(in: 3...9, using: &generator)
        rules.busyRetry = .milliseconds(300)
        return rules
    }

    private static func weather(_ generator: inout SplitMix64) -> Weather {
        var weather = Weather()
        // ZeroMQ over a good connection does none of this; so it is in every second game.
        guard Bool.random(using: &generator) else { return weather }
        weather.lost = [0, 2, 10].randomElement(using: &generator)!
        weather.repeated = [0, 2, 10].randomElement(using: &generator)!
        weather.late = [0, 5, 30].randomElement(using: &generator)!
        weather.veryLate = [0, 1, 5].randomElement(using: &generator)!
        return weather
    }
}
