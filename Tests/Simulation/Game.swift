/// A plan, played to its end or to the first broken promise.
package struct Game: Sendable {
    package let plan: Plan
    /// The promise that was broken, if one was.
    package let violation: Violation?
    /// How many steps were played; all of them where it broke, if at all, in the peace after the last.
    package let length: Int
    package let tally: Tally
    /// What happened, line by line; empty unless asked for.
    package let trace: [String]

    /// Plays a plan. - Parameter isTraced: Whether to write down in words what happens.
    package init(_ plan: Plan, defect: Defect? = nil, isTraced: Bool = false) {
        self.plan = plan
        var length = 0
        var violation: Violation?
        var world: World?
        do {
            let played = try World(plan, defect: defect, isTraced: isTraced)
            world = played
            for step in plan.steps {
                length += 1
                try played.play(step)
            }
            try played.settle()
        } catch let broken as Violation {
            violation = broken
        } catch {
            violation = Violation(.booksBalance, "the queue threw \(error)")
        }
        self.length = length
        self.violation = violation
        tally = world?.tally ?? Tally()
        trace = world?.trace ?? []
    }
}
