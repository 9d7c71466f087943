/// Hits processes at random.
struct Monkey {
    private var random: Random

    init(seed: UInt64) { random = Random(seed: seed) }

    /// Every 0.2 to 2 s up to three processes at once: SIGKILL for seven of ten, SIGSTOP for 0.2 to 2 s for the rest. All
    /// that is stopped goes on before this returns.
    consuming func hit(_ fleet: Fleet, kills: Int) async {
        var random = random
        await withTaskGroup { group in
            while await fleet.totalKills < kills {
                try? await Task.sleep(for: random.milliseconds(200...2_000))
                let victims = await fleet.processes.shuffled(using: &random).prefix(
                    Int.random(in: 1...3, using: &random)
                )
                for victim in victims {
                    let pause = random.milliseconds(200...2_000)
                    if random.happens(0.7) {
                        if await fleet.totalKills < kills { await fleet.kill(victim.name) }
                    } else {
                        group.addTask { await fleet.freeze(victim.name, for: pause) }
                    }
                }
            }
        }
    }
}
