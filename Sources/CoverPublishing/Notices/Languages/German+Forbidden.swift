extension German {
  /// Words are put together freely: most are looked for within others. Not `sucht*`, which is a form of *suchen* as well.
  var forbidden: [(NoticeRule, [String])] {
    [
      (
        .diagnosis,
        [
          "*depress*", "angst", "ängste*", "*angststörung*", "*panik*", "*phobie*", "*phobisch*", "*zwangsst*",
          "zwangsgedanke*", "zwangshandlung*", "ptbs", "*belastungsstörung*", "*persönlichkeitsstörung*", "essstörung*",
          "schlafstörung*", "aufmerksamkeitsst*", "adhs", "ads", "autis*", "asperger*", "bipolar*", "manie", "manisch*",
          "*schizo*", "*psychos*", "*psychot*", "*süchtig*", "*suchtkrank*", "suchterkrank*", "magersucht*", "bulimi*",
          "anorexi*", "alkohol*", "drogen*", "demenz*", "selbstverletz*", "ritzen", "*suizid*", "selbstmord*",
          "*diagnos*", "*trauma*", "trauer*", "burnout*", "burn out", "schlaflos*", "borderline*",
        ]
      ),
      (
        .nature,
        [
          "*therap*", "*psych*", "sitzung", "sitzungen", "*gruppensitzung*", "*einzelsitzung*", "probesitzung*",
          "*behandl*", "*beratung*", "seelsorg*", "seelisch*", "coaching*", "klinisch*", "patient*", "*supervis*",
          "überweisung*", "zweitmeinung*", "*gutachten*", "emdr", "anamnese*", "heilpraktik*", "heilkund*",
        ]
      ),
      (
        .risk,
        [
          "*risik*", "*gefährd*", "krise", "krisen*", "*schutzbedürftig*", "gefahr", "gefahren", "kindeswohl*",
          "suizidal*",
        ]
      ),
      (
        .payer,
        [
          "*versicher*", "*krankenkasse*", "kasse", "kassen*", "kostenträger*", "kostenübernahme*", "beihilfe*",
          "*rechnung*", "honorar*", "gebühr*", "*selbstzahl*", "zuzahlung*",
        ]
      ),
      (
        .reason,
        [
          "*urlaub*", "*ferien*", "*krank*", "*schwanger*", "mutterschutz*", "mutterschaft*", "vaterschaft*",
          "elternzeit*", "babypause*", "entbindung*", "fortbildung*", "weiterbildung*", "kongress*", "tagung*",
          "konferenz*", "seminar*", "klinik*", "*operation*", "operiert*", "reha", "kur", "todesfall*", "trauerfall*",
          "beerdigung*", "begräbnis*", "hochzeit*", "flitterwochen", "sabbat*", "auszeit*", "dienstreise*",
          "*reisen", "freistellung*", "streik*", "pflegezeit*", "ruhestand*",
        ]
      ),
    ]
  }
}
