extension Lexicon {
    /// Words that tell of whatever they stand beside: a weight from −3 to 3, a colon, and the words.
    ///
    /// Written for this project. Nouns and adjectives only once: plurals and adverbs are found by their endings. A weight
    /// is how much a careful reader takes from the word alone about what the writer thinks of the person or thing.
    static let englishWords = """
        -3: evil monstrous tyrant tyrannical dictator dictatorship despot despotic totalitarian murderer murderous butcher
        -3: traitor treasonous huckster charlatan crook crooked corrupt fascist racist bigot bigoted racism bigotry sexist
        -3: misogynist misogyny xenophobic demagogue grifter conman fraudster genocidal barbaric depraved vile despicable
        -3: deplorable odious loathsome abhorrent abomination thug thuggish kleptocrat predator rapist pedophile psychopath
        -3: liar disgrace disgraceful shameful shameless disgusting repugnant repulsive contemptible sociopath torturer
        -3: totalitarianism authoritarianism fascism dictatorial murderously kleptocracy
        -3: antisemitic anti-semitic terrorist warmonger criminal felon heinous atrocity genocide treason swindler
        -2.5: ruthless brutal cruel cruelty brutality authoritarian autocrat autocratic oppressive oppressor dishonest
        -2.5: deceitful hypocrite hypocritical hypocrisy incompetent incompetence inept clown buffoon moron idiot idiotic
        -2.5: stupid fool foolish cowardly coward cowardice pathetic disastrous disaster catastrophe catastrophic failure
        -2.5: fiasco debacle scandal scandalous outrage outrageous appalling horrific horrible terrible awful atrocious
        -2.5: corruption fraud fraudulent bribery collusion cronyism nepotism lawless unconstitutional illegal
        -2.5: bully bullying harassment misconduct assault abuse abusive predatory delusional unhinged deranged
        -2.5: unfit untrustworthy treacherous malicious vicious vindictive venal sinister hateful hatred propaganda lie
        -2.5: falsehood smear slander slanderous demagoguery crony puppet stooge laughingstock farce sham travesty
        -2: reckless recklessness irresponsible negligent negligence arrogant arrogance greedy greed selfish cynical
        -2: misleading false bogus phony fake dubious baseless unfounded discredited disgraced disingenuous deceptive deception
        -2: embarrassing embarrassment humiliating humiliation ridiculous absurd ludicrous laughable joke nonsense
        -2: dangerous extremist extreme radical fanatic fanatical divisive inflammatory offensive insulting insult derogatory
        -2: harmful destructive toxic poisonous ugly nasty mean-spirited callous heartless indifferent inhumane unjust
        -2: unfair failing failed flawed fatal ineffective useless worthless feckless weakling spineless gutless
        -2: crime wrongdoing misdeed violation perjury extortion blackmail embezzlement indictment impeachment conviction
        -2: grotesque repressive repression abysmal dismal dreadful ghastly lamentable lousy miserable rotten wretched
        -2: unethical immoral indecent obscene perverse perverted sleazy slimy scum bloodthirsty bloody savage
        -2: counter-productive counterproductive misguided ill-advised ill-conceived shortsighted short-sighted wrongheaded
        -2: unpopular disliked hated loathed reviled despised infamous notorious bankrupt broken betrayal backstabbing
        -2: terror threat menace tyranny oppression regime crackdown persecution massacre
        -1.5: weak weakness weaker vague empty hollow unsupported implausible unreliable erratic unstable volatile
        -1.5: chaotic chaos turmoil mess crisis problem trouble troubled troubling worry worrisome worrying alarming disturbing
        -1.5: controversial controversy criticism backlash condemnation accusation allegation complaint lawsuit probe
        -1.5: wrong mistake blunder error gaffe misstep misjudgment folly bad poor worse worst sad sadly regrettable
        -1.5: unfortunate unacceptable inappropriate improper inadequate insufficient ignorant ignorance clueless naive
        -1.5: rude petty childish immature thin-skinned temperamental narcissist narcissistic egotistical vain vulgar crass
        -1.5: hostile hostility hate anger angry angrily fury furious rage resentment contempt scorn disdain
        -1.5: stubborn obstinate evasive secretive desperate panicked paranoid bitter sour gloomy grim bleak
        -1.5: setback defeat loss loser losing doomed flop stumble decline collapse backfire
        -1.5: fantasist flip-flop opportunist opportunistic partisan hardline hard-line polarizing crude tone-deaf
        -1.5: damaging costly burdensome wasteful pointless futile misinformation disinformation conspiracy schlocky
        -1.5: suspicious questionable shady murky sketchy tainted unqualified overrated lazy bumbling hapless hopeless
        -1.5: violent violence victim suffering plight pain cynicism circus charade stunt gimmick ploy
        -2: shambles insane insanity crazy crazed mad madness lunatic lunacy nuts sickening revolting horrifying
        -2: frightening terrifying scary nightmare nightmarish bogeyman villain villainous scoundrel scandal-plagued
        -2: scapegoat hack loudmouth blowhard pompous smug condescending patronizing elitist snob plutocrat oligarch
        -2: wreckage havoc chilling insidious pernicious cancerous draconian punitive cruelest dumb dumbest idiocy
        -1.5: attack accused baggage unfavorable negative negativity hurdle obstacle struggle struggling slump plunge
        -1.5: untrue inaccurate incorrect unproven bizarre weird strange inconsistent contradictory incoherent rambling
        -1.5: wildly hysterical hysteria ire dismay disgust distrust mistrust disapproval unpopularity
        -1.5: leak leaked scheme plot accomplice lackey henchman cronies sycophant flunky loyalist interference meddling
        -1.5: obstruction resignation firing ouster downfall demise doom peril destruction devastation ruin harm injury
        -1.5: discrimination injustice inequality poverty misery horror brutalized persecuted tortured murdered raped
        -1.5: unsuccessful unsuccessfully vacillation vapid shallow superficial
        -1: critic skeptic opponent rival enemy foe detractor doubt skepticism concern fear risk risky
        -1: difficult slow late confused confusing awkward clumsy dull boring stale tired outdated
        -1: aggressive harsh blunt defiant unrepentant unapologetic provocative bluster rhetoric tirade rant outburst
        -1: blame guilt guilty culprit fault suspect mugshot prison jail arrest arrested charged indicted
        -1: stalled gridlock delay shortfall deficit disappointment disappointing disappointed dissatisfied frustrated frustration
        -1: uncertain unclear unprepared unpredictable unlikely refusal denial excuse gloating flattery trick murder killing
        -1: unable inability lack lacking tense tension clash feud fight battle war
        -1: investigation inquiry scrutiny hearing testimony penalty sentence objection
        -1: sick ill disease dead death tragic tragedy wound injured
        3: heroic hero heroine courageous courage brave bravery magnificent brilliant brilliance genius outstanding
        3: exemplary inspiring inspirational inspiration visionary extraordinary exceptional triumph triumphant
        3: superb splendid terrific fantastic wonderful marvelous phenomenal beloved revered
        2.5: honest honesty integrity honorable honourable noble principled trustworthy compassion compassionate
        2.5: wise wisdom dignity dignified generous generosity selfless kind kindness decent decency admirable admiration
        2.5: excellent great greatness amazing incredible impressive stellar laudable commendable praiseworthy
        2.5: landmark historic groundbreaking successfully achievement accomplishment
        2: talented gifted skilled skillful capable competent competence qualified accomplished effective
        2: smart intelligent clever sharp savvy thoughtful sensible reasonable rational pragmatic prudent
        2: humane
        2: popularity respected respect admired charismatic charming likable likeable gracious graceful warm
        2: stronger resilient resilience determination dedicated dedication devoted
        2: loyal loyalty faithful patriotic patriot reliable sincere sincerity genuine authentic
        2: praise applause ovation acclaim tribute honour award-winning medal celebrated
        2: beneficial benefit helpful useful valuable worthy promising
        1.5: victory winner winning award popular strong strength best honored landslide nod thumbs-up
        1.5: top-notch top-tier world-class first-rate influential distinguished eminent esteemed renowned acclaimed
        1.5: mentor pillar giant titan standout rising-star heartfelt caring gentle tender humble humility modest empathy
        1.5: devout tireless unflinching fearless daring spirited hardworking persuasive compelling convincing
        1.5: cheer rapturous adoring blessing blessed miracle gift savior saint saintly angel
        1.5: adept masterful mastery expertise diligent meticulous disciplined composed unflappable dependable
        1.5: ally supporter champion advocate defender backer admirer
        1.5: accurate truthful truth transparent transparency accountable civil polite courteous calm
        1.5: reformer breakthrough boost
        1.5: happy glad delighted pleased proud pride grateful gratitude joy enthusiasm enthusiastic excited excitement
        1.5: innovative innovation creative pioneering pioneer energetic vibrant bold ambitious eloquent articulate
        1.5: favorite favourite favored frontrunner front-runner legend legendary icon iconic prominent
        1.5: credible credibility trusted trust confidence
        1.5: love loved beautiful lovely elegant
        1: endorsement endorsed backing approval welcome agreeable cooperation cooperative bipartisan moderate
        1: meaningful durable sustainable solid sound healthy constructive productive
        1: surge momentum comeback encourage encouraging optimistic optimism
        1: apology reconciliation forgiveness mercy rescue relief comfort fun funny humor witty celebrity
        0.6: progress prosperity prosperous peace freedom liberty justice hope hopeful well positive democratic gain
        0.6: growth recovery friendly stability stable secure safe legitimate legitimacy improvement correct confident
        0.6: success successful remarkable better peaceful expert
        0: like right-wing well-known might kind-of goods mean means pretty fine general matter rest novel present
        """

    /// Words that strengthen or weaken the next one: a factor, a colon, and the words.
    static let englishScales = """
        1.5: utterly completely totally absolutely deeply extremely incredibly dramatically profoundly thoroughly most
        1.3: very really so highly truly especially particularly seriously severely badly more too such ever
        0.6: somewhat slightly fairly partly partially relatively rather little less arguably perhaps maybe possibly
        0.5: allegedly reportedly supposedly purportedly presumably ostensibly
        """
}
