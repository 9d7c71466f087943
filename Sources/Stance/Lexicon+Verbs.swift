extension Lexicon {
    /// Verbs that tell of who does them and of whom they are done to: two weights, a colon, and the verbs.
    ///
    /// The first weight is what `X …s Y` says about X, the second what it says about Y. Regular verbs have one form here,
    /// with a star where the last consonant doubles; others list their forms, the participle of the passive last but one.
    static let englishVerbs = """
        0 -2: criticize criticise condemn denounce decry slam* blast lambaste castigate excoriate rebuke scold berate chide
        0 -2: deride ridicule mock scorn disparage bash belittle denigrate vilify attack assail accuse blame fault impugn
        0 -2: censure reprimand admonish upbraid skewer pillory lampoon trash savage rip* shame discredit humiliate
        0 -1.5: oppose reject dismiss distrust mistrust doubt question challenge protest snub* shun* spurn rebuff boycott
        0 -1.5: repudiate disavow dislike hate despise loathe detest resent fear suspect warn veto sue indict impeach
        0 -1.5: convict prosecute investigate arrest charge jail imprison sentence fire oust sack expel* suspend subpoena
        0 -1.5: sanction punish penalize fine ban* pressure compel* confront counter defeat embarrass heckle boo
        0 -1.5: abandon desert unseat topple overthrow/overthrows/overthrew/overthrown/overthrowing expose grill
        0 -1.5: beat/beats/beat/beaten/beating undermine betray outmaneuver outfox blacklist
        0 2: praise laud applaud commend admire hail salute honor honour celebrate congratulate thank compliment extol*
        0 2: endorse champion revere respect trust love adore like cherish treasure appreciate esteem acclaim
        0 1.5: support back favor favour defend welcome embrace recommend approve vindicate exonerate acquit* reward elect
        0 1.5: promote befriend prefer* nominate reelect re-elect credit pardon
        -2.5 0.5: abuse torture persecute oppress brutalize brutalise terrorize terrorise massacre slaughter murder rape
        -2.5 0.5: exploit enslave bully harass intimidate assault molest grope victimize victimise starve butcher poison
        -2.5 0.5: mistreat mutilate subjugate traumatize defraud swindle scam* con* cheat rob* dupe hoodwink
        -2.5 0: lie/lies/lied/lied/lying deceive mislead/misleads/misled/misled/misleading fabricate falsify bribe embezzle
        -2.5 0: steal/steals/stole/stolen/stealing pander grovel collude conspire smear slander defame exaggerate
        -2 0: fail botch bungle squander mismanage mishandle neglect ignore flout violate renege obstruct sabotage
        -2 0: entrench connive cajole whitewash glorify rehash
        -2 0: endanger jeopardize jeopardise threaten inflame incite provoke stoke foment escalate destroy ruin wreck
        -2 0: devastate damage harm hurt/hurts/hurt/hurt/hurting weaken erode subvert corrupt distort misrepresent
        -2 0: trample crush repress suppress silence censor stifle muzzle evict deport detain
        -1.5 0: insult offend taunt demean stereotype scapegoat meddle interfere gloat brag* boast whine bluster rant rave
        -1.5 0: stumble falter flounder blunder backtrack waffle dither evade dodge stonewall conceal lose/loses/lost/lost/losing
        -1.5 0: refuse deny complain panic flail bomb invade kill shoot/shoots/shot/shot/shooting plunder hoard pollute
        -1.5 0: worsen mar* stymie thwart derail hamper hinder impede block stall drag* overreach capitulate cave appease
        0 1.5: greet cheer toast crown anoint idolize idolise bless uplift exalt rally backed supporter
        0 1.5: reassure console vouch commemorate memorialize invite tout trumpet bolster
        0 -1.5: shout jeer hound pummel hammer rail fight/fights/fought/fought/fighting haunt dog* plague besiege
        0 -1.5: rap* scrutinize accost target defy contradict refute debunk disprove dispute demote recall
        0 -1.5: sideline marginalize isolate alienate enrage anger infuriate outrage alarm appall disgust disappoint frustrate
        -1.5 0: renounce shirk shrug flip-flop equivocate stoop cower retreat resign quit* scheme plot* rig*
        -1.5 0: yell scream curse swear spew lash sulk sneer smirk mangle mishear misstate misspeak misjudge misread
        -1.5 0: criminalize politicize weaponize demonize dehumanize divide pit* manipulate spin/spins/spun/spun/spinning
        1.5 0: advocate pioneer mentor nurture educate teach create build/builds/built/built/building forge
        1.5 0: outperform outshine impress dazzle charm captivate energize galvanize motivate persevere endure
        2 0: accomplish succeed triumph excel* thrive flourish prevail win/wins/won/won/winning innovate inspire
        2 0: save rescue protect heal liberate empower comfort unify unite reconcile mediate
        1 0: achieve attain reach
        1.5 0: improve reform strengthen help solve resolve restore rebuild/rebuilds/rebuilt/rebuilt/rebuilding secure
        1.5 0: donate volunteer serve contribute deliver advance earn overcome/overcomes/overcame/overcome/overcoming
        1.5 0: apologize apologise cooperate collaborate listen care gain surge rebound soar
        """
}
