/// Looks for the shortest game that breaks the same promise.
///
/// Delta debugging (Zeller and Hildebrandt, IEEE TSE 2002): leaves out halves, quarters and so on down to single steps, for
/// as long as what is left still fails; then takes the chance out of each step that does not need it.
package struct Shrinking {
    /// So many games at most; a game takes about a millisecond.
    private static let mostGames = 4_000

    private let defect: Defect?
    private let promise: Promise
    private var best: Plan
    private var games = 0

    /// - Returns: A game that fails like this one and from which no step can be left out; itself, where it does not fail.
    package static func shrink(_ game: Game, defect: Defect? = nil) -> Game {
        guard let violation = game.violation else { return game }
        var shrinking = Shrinking(game.plan, violation.promise, defect)
        shrinking.cut(to: game.length)
        shrinking.leaveOutSteps()
        shrinking.calmSteps()
        shrinking.leaveOutSteps()
        return Game(shrinking.best, defect: defect)
    }

    private init(_ plan: Plan, _ promise: Promise, _ defect: Defect?) {
        best = plan
        self.promise = promise
        self.defect = defect
    }

    /// - Returns: Whether the game with these steps fails too; it is the best then.
    private mutating func fails(_ steps: [Step]) -> Bool {
        guard games < Self.mostGames else { return false }
        games += 1
        var plan = best
        plan.steps = steps
        guard Game(plan, defect: defect).violation?.promise == promise else { return false }
        best = plan
        return true
    }

    private mutating func cut(to length: Int) { _ = fails(Array(best.steps.prefix(length))) }

    private mutating func leaveOutSteps() {
        var size = max(1, best.steps.count / 2)
        while size > 0 {
            var isShorter = false
            var start = 0
            while start < best.steps.count {
                var steps = best.steps
                steps.removeSubrange(start..<min(start + size, steps.count))
                // Where these could be left out, those that followed stand in their place now.
                if fails(steps) { isShorter = true } else { start += size }
            }
            if size == 1, !isShorter { return }
            size = max(1, size / 2)
        }
    }

    private mutating func calmSteps() {
        for index in best.steps.indices where best.steps[index].salt != 0 {
            var steps = best.steps
            steps[index].salt = 0
            _ = fails(steps)
        }
    }
}
