extension Polish {
  /// Words end in many ways: most are known by their stem. Not `lecz*`, since *lecz* alone says *but*, nor `chor*`.
  var forbidden: [(NoticeRule, [String])] {
    [
      (
        .diagnosis,
        [
          "depresj*", "depresyj*", "lęk", "lęku", "lękiem", "lęki", "lęków", "lękami", "lękow*", "ptsd", "adhd", "ocd",
          "autyz*", "autyst*", "asperger*", "dwubiegunow*", "schizo*", "psychoz*", "psychotycz*", "uzależni*",
          "alkohol*",
          "narkot*", "anoreks*", "bulimi*", "demencj*", "otępien*", "samookalecz*", "samobój*", "zaburze*", "panika",
          "paniki", "panikę", "paniczn*", "*fobia", "*fobii", "*fobię", "*fobią", "*fobie", "diagnoz*", "diagnost*",
          "traum*", "żałob*", "wypaleni*", "bezsenn*", "nerwic*", "borderline",
        ]
      ),
      (
        .nature,
        [
          "*terap*", "*psych*", "sesja", "sesji", "sesję", "sesją", "sesje", "sesjach", "sesjami", "sesjom",
          "leczeni*", "leczyć", "leczy", "pacjent*", "emdr", "kliniczn*", "klinicyst*", "superwiz*", "skierowani*",
          "druga opinia", "drugiej opinii", "drugą opinię",
        ]
      ),
      (
        .risk,
        ["ryzyk*", "zagrożon*", "zagrożeni*", "kryzys*", "niebezpieczn*", "niebezpieczeństw*", "zagraża*", "samobójc*"]
      ),
      (
        .payer,
        [
          "ubezpiecz*", "nfz", "płatnik*", "faktur*", "rachunek", "rachunk*", "opłat*", "honorari*", "refundacj*",
          "składk*", "zapłat*", "cennik*",
        ]
      ),
      (
        .reason,
        [
          "urlop*", "wakacj*", "ferie", "ferii", "wypoczyn*", "chorob*", "choruj*", "chorow*", "zachor*", "chory",
          "chora", "chorego", "chorej", "choremu", "chorym", "chorą", "chorzy", "zwolnieni*", "l4", "macierzyńsk*",
          "tacierzyńsk*", "ojcowsk*", "rodzicielsk*", "wychowawcz*", "ciąża", "ciąży", "ciążę", "ciążą", "poród",
          "porod*", "szkoleni*", "konferencj*", "kongres*", "kurs", "kursu", "kursie", "kursy", "szpital*", "operacj*",
          "zabieg*", "pogrzeb*", "ślub", "ślubu", "ślubie", "ślubem", "wesele", "wesela", "weselu", "podróż*",
          "delegacj*",
          "strajk*", "emerytur*", "sanatori*",
        ]
      ),
    ]
  }
}
