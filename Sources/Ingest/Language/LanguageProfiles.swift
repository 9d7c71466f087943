/// What languages are told apart by: the commonest small words, and letters that few others have.
///
/// Chosen by hand for this project: words of grammar, which make up a third and more of running text and stand in all of
/// it whatever it is about.
struct LanguageProfile {
    /// BCP 47.
    let code: String
    /// In lower case.
    let words: String
    /// Letters that are a sign of the language, in lower case.
    let letters: String

    private init(_ code: String, _ words: String, letters: String = "") {
        (self.code, self.words, self.letters) = (code, words, letters)
    }

    /// Languages in Latin script.
    static let latin: [Self] = [
        .init(
            "en",
            "the of and to in that is was for it with as his on be at by had not are but from have this they which were an their has would there been who will more when said"
        ),
        .init(
            "es",
            "el los las que y en una por con para se lo del es su como pero más fue este sus esta son al entre también ha sin sobre muy cuando todo desde donde porque hasta años",
            letters: "ñ¿¡"
        ),
        .init(
            "fr",
            "le les des et est une dans qui que pour pas sur avec au ce il sont du aux mais cette ont été ne nous elle par plus ses ou leur être fait comme deux même après",
            letters: "œêîûç"
        ),
        .init(
            "de",
            "der die das und ist nicht den von mit dem ein eine sich auf für des im auch es an werden aus hat wird dass sind einer bei nach noch um am einen wie über oder",
            letters: "ßüäö"
        ),
        .init(
            "it",
            "il di che è la per un una non sono con gli della del alla nel dei più anche ha le si dal come questo delle nella ma lo dalla ed essere stato ai loro",
            letters: "ìò"
        ),
        .init(
            "pt",
            "o os que e do da em um uma não para com por mais dos das foi ao sua seu ele como mas no na também são pela pelo ser quando muito há já está",
            letters: "ãõ"
        ),
        .init(
            "nl",
            "de het een van en in is dat op te zijn met voor niet die aan er om ook als maar bij door uit nog naar heeft worden wordt dit deze over hij ze was geen"
        ),
        .init(
            "sv",
            "och att det i som en på är av för med till den har de inte om ett han men var jag från vi så kan när år ska nu under också efter mot bara hade",
            letters: "åäö"
        ),
        .init(
            "da",
            "og at det i er en til af på som for med den de der har ikke et om han var kan vi fra men så blev hvad nogle efter mod også skal havde eller ved blive meget",
            letters: "æøå"
        ),
        .init(
            "no",
            "og at det i er en til av på som for med den de har ikke et om han var kan vi fra men så ble hva noen etter mot også skal hadde eller ved bli mye sier",
            letters: "æøå"
        ),
        .init(
            "fi",
            "ja on ei että se oli hän mutta ovat myös kun kuin ole joka sekä niin tai jos mukaan sen vain nyt olla hänen jo ollut vuoden siitä sitä mitä",
            letters: "äö"
        ),
        .init(
            "pl",
            "i w na z się nie do to że jest o jak po ale od za przez są dla jego być tym już tylko który która czy ze oraz było może także przed są nad bez gdy gdzie więc ich ten tego tej bardzo przy kiedy lat którzy które jej nich",
            letters: "łżśćęąńź"
        ),
        .init(
            "cs",
            "a v se na je že s z do o i to by pro za ale jako jsem po jeho od nebo tak jsou byl který která ve při podle už není také až jen kteří které když kdy jejich ještě byla byli bude nich roku",
            letters: "řůěž"
        ),
        .init(
            "sk",
            "a v sa na je že s z do o aj to by pre za ale ako som po jeho od alebo tak sú bol ktorý ktorá vo pri podľa už nie tiež až len ktorí ktoré keď kedy ich ešte veľmi bola boli bude nikto roky nich",
            letters: "ľĺŕôä"
        ),
        .init(
            "hu",
            "a az és hogy nem is egy volt ez meg azt csak de van ha már még mint vagy el mert lehet kell után szerint aki ami ezt pedig lesz között",
            letters: "őű"
        ),
        .init(
            "ro",
            "și în de la a cu pe nu că este o din pentru mai care un sunt au fost fi ca sau se prin după această acest doar despre fără între lui său",
            letters: "țșăâ"
        ),
        .init(
            "tr",
            "ve bir bu da de için ile olarak olan daha çok gibi en kadar sonra ne var olduğunu değil o ancak ama her iki göre ise tarafından oldu",
            letters: "ğışç"
        ),
        .init(
            "hr",
            "i u je da na se su za s od što kao to nije bi koji ili sa ali iz koje će samo biti kako ne bio o nakon prema još te",
            letters: "đšžčć"
        ),
        .init(
            "sl",
            "in je da na se so za v z ki ne kot pa tudi bi ni po ob pri še ali bil bo kar lahko od iz samo med ter če",
            letters: "čšž"
        ),
        .init(
            "id",
            "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada oleh mereka bisa sudah telah atau lebih tersebut kata seperti menjadi para"
        ),
        .init(
            "vi",
            "và của là có được cho không trong một người với các đã này những khi về để từ cũng như ra đến nhưng tại sẽ năm ông vào trên",
            letters: "ơưđạảấầẩậắằặẹẻếềểệịọỏốồổộớờởợụủứừửự"
        ),
        .init(
            "et",
            "ja on ei et ka see oli kui aga oma mis ta või selle siis nii üle ning pole välja veel kes seda mida juba pärast olla",
            letters: "õäü"
        ),
        .init(
            "lv",
            "un ir ar no par uz ka kas tas arī lai bet bija tika vai tā pēc gan šo viņš kā pie savu tiek nav līdz to kura",
            letters: "āēīūķļņģ"
        ),
        .init(
            "lt",
            "ir kad yra į su iš bet tai kaip buvo jo apie dėl nuo po tik jis ar dar bus už per taip jau prie savo kuris labai",
            letters: "ėųįūąęž"
        ),
        .init(
            "ca",
            "el la els les i de que en un una per amb no és al del dels més però va com aquest aquesta ha són també seva seu ser pel pels hi",
            letters: "·ç"
        ),
        .init(
            "sw",
            "na ya wa kwa ni katika la za kuwa hiyo huo hii cha kama lakini pia baada yake wake watu ili alisema hivyo kutoka wakati hakuna zaidi"
        ),
        .init(
            "tl",
            "ang ng sa na mga at ay hindi ni para ito si kung niya may isang siya din lang pero nang kanilang dahil ayon sinabi wala pa"
        ),
        .init(
            "af",
            "die van en in is dat het nie op te met vir sy hy aan wat ook om as maar deur uit nog na word was kan hulle ons",
            letters: "ë"
        ),
        .init(
            "sq",
            "në dhe e të një për me që nga është si më nuk ka se do po janë ishte kjo por kur edhe tij ky këtë",
            letters: "ë"
        ),
        .init(
            "eu",
            "eta da ez dira bat izan egin den du dute baina ere hori bere duen zen dituzte beste honetan gehiago baino arte ziren"
        ),
        .init("ga", "agus an na ar go a is bhí ní le ag do i sé tá ach nach mar sin chun atá air seo ón den don gur"),
        .init("cy", "y yn a i o ar mae ei yr am wedi gan bod oedd nid ac ond fel hyn hefyd oes dros at wrth ein eu"),
        .init(
            "is",
            "og að í á er sem það ekki við um en til var hann með af eru fyrir því hafa hefur sér þá þessi frá eða verið upp",
            letters: "þðæ"
        ),
    ]

    /// Languages in Cyrillic script.
    static let cyrillic: [Self] = [
        .init(
            "ru",
            "и в не на что с по это как из у за от так о для же но бы его она они к был было быть или при уже ещё только после которые также",
            letters: "ыэё"
        ),
        .init(
            "uk",
            "і в не на що з та це як із у за від так про для же але його вона вони до був було бути або при вже ще тільки після які також є",
            letters: "їєґі"
        ),
        .init(
            "be",
            "і ў не на што з гэта як у за ад так пра для але яго яна яны да быў было быць або пры ужо яшчэ толькі пасля якія таксама",
            letters: "ўі"
        ),
        .init(
            "bg",
            "и в не на че с по това как от за така о за но би го тя те към беше са да или при вече още само след които също ще се",
            letters: "ъщ"
        ),
        .init(
            "sr",
            "и у је да на се су за са од што као то није би који или али из које ће само бити како не био о након према још те",
            letters: "ђћљњџј"
        ),
        .init(
            "mk",
            "и во не на дека со од тоа како за така но би го таа тие кон беше се да или при веќе уште само по кои исто ќе ги",
            letters: "ѓќѕљњџј"
        ),
        .init(
            "kk",
            "және бұл мен да де үшін деп бір бар еді болып туралы сол оның жоқ осы қазақстан кейін болды керек",
            letters: "әғқңөұүһ"
        ),
    ]

    /// Languages in Arabic script.
    static let arabic: [Self] = [
        .init(
            "ar",
            "في من على أن إلى عن مع هذا هذه التي الذي كان لا ما لم قد بعد أو كما بين ذلك وقد وقال إن كل",
            letters: "ةإأ"
        ),
        .init(
            "fa",
            "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد بود می باید اما گفت ها شده",
            letters: "پچژگی"
        ),
        .init(
            "ur",
            "کے میں کی ہے اور سے کا کو پر نے یہ کہ اس ہیں بھی ایک نہیں تھا کر ان ہو گیا لیے کہا وہ",
            letters: "ٹڈڑےہں"
        ),
        .init("ps", "په د او چې کې ته دې دا له هم يې سره هغه کړي شوي وي نه څخه به لپاره", letters: "ټډړښځڅېۍ"),
    ]

    /// Languages in Devanagari.
    static let devanagari: [Self] = [
        .init("hi", "के में की है और से का को पर ने यह कि इस हैं भी एक नहीं था कर हो गया लिए कहा वह थे तो"),
        .init("mr", "आणि आहे या च्या व हे ते ही की तो नाही असे होते मध्ये केली केला साठी यांनी आहेत होता ला"),
        .init("ne", "छ र को मा ले गरेको पनि यो भने छन् गर्न हो भएको लाई तर गरे थियो बाट उनले हुन"),
    ]
}
