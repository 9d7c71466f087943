import Simulation

/// What a run has played, in words.
struct Summary {
    private let result: Campaign.Result
    private let seconds: Double
    private let threads: Int

    init(_ result: Campaign.Result, _ duration: Duration, _ threads: Int) {
        self.result = result
        seconds = duration / .seconds(1)
        self.threads = threads
    }

    var text: String {
        let tally = result.tally
        let turns = tally[.turns]
        var lines = [
            "\(result.games) games of \(result.steps) steps and \(turns) turns in \(rounded(seconds)) s on \(threads) threads"
        ]
        var line = " "
        for item in Tally.Item.allCases where item != .turns {
            let entry = " \(words(item)) \(tally[item]),"
            if line.count + entry.count > 110 {
                lines.append(line)
                line = " "
            }
            line += entry
        }
        lines.append(String(line.dropLast()))
        return lines.joined(separator: "\n")
    }

    private func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    /// `killsBeforeSync` as `kills before sync`.
    private func words(_ item: Tally.Item) -> String {
        "\(item)".reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : "\($1)" }
    }
}
