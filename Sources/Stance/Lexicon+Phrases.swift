extension Lexicon {
    /// Phrases whose meaning is not that of their words: a weight, a colon, and phrases with commas between.
    static let englishPhrases = """
        -2.5: war crime, war crimes, human rights abuses, human rights violations, labor camp, labor camps, sexual assault
        -2.5: ethnic cleansing, crimes against humanity, a joke, con man, con artist, fast talk, fake news, white supremacist
        -2.5: police state, police brutality, sham election, witch hunt, banana republic, blood on his hands
        -2: does n't care, do n't care, did n't care, not care, conflict of interest, conflicts of interest, under investigation
        -2: power grab, cover up, cover-up, double standard, double standards, abuse of power, out of control, out of touch
        -2: no excuse, no clue, no idea, lack of, lacks the, lacked the, unable to, failure to, failed to
        -2: broke the law, broken promise, broken promises, bad faith, empty promise, empty promises, lip service, sell out
        -2: giving a pass, give a pass, got away with, get away with, turned a blind eye, turn a blind eye, threw under the bus
        -2: a pass, on the wrong side, held accountable, vote of no confidence, at fault, no interest in, wrong side of
        -2: ca n't believe, can not believe, can not trust, ca n't trust, guilty plea, pleaded guilty, pled guilty
        -1: refuses to, refused to, dropped out, drop out, instead of
        -1.5: not true, under fire, come under fire, came under fire, too little, too late, far from, backed down, back down
        -1.5: fell short, falls short, fall short, let down, gave in, gives in, caved in, blew up, flip flop, hard truth
        -1.5: step down, stepped down, stripped of, forced to, forced out, guilty of, accused of, charged with, blamed for
        -1.5: convicted of, suspected of, tantamount to, at the expense of, so much for, lost his temper, no choice but
        -1.5: was played, been played, hell bent, hell-bent, doubled down, double down, pulled punches, rigged
        -1: not enough, even worse, kept in the dark, in the dark, of all people, no longer, nothing to do with
        1.5: no doubt, role model, common sense, rule of law, human dignity, peace prize, standing ovation, no problem
        1.5: made history, make history, hard work, hard-working, hard working, well deserved, well-deserved, well respected
        2: right thing, did the right thing, deserves credit, deserve credit, deserves respect, deserves praise, best friend
        2: a great job, good job, great job, good news, stood up for, stand up for, stands up for, in good faith
        2: second to none, not guilty, cleared of, peace deal, true leader, natural leader, good man, good woman, good person
        2: step forward, first step, way forward, vote of confidence, able to, pay tribute, paid tribute
        0: human rights, well as, as well, kind of, as well as, at best, at least, right now, right wing, right to, at risk of
        0: bad news for, white house, supreme court, justice department, attorney general, department of justice, mean to
        0: criminal justice, homeland security, national security, social security, security council, like to, would like
        0: peace talks, great britain, best known, good morning, happy birthday, new hope, no matter, state of the union
        0: trump card, peace corps, fair game, civil war, cold war, world war, support staff, top official, top aide, best man
        """
}
