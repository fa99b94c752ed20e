extension French {
  var forbidden: [(NoticeRule, [String])] {
    [
      (
        .diagnosis,
        [
          "dépress*", "déprim*", "anxi*", "angoiss*", "tspt", "ptsd", "toc", "tocs", "tdah", "autis*", "asperger",
          "bipolai*", "schizo*", "psychos*", "psychoti*", "addict*", "alcool*", "toxicoman*", "dépendance*", "anorexi*",
          "boulimi*", "démence*", "automutil*", "suicid*", "troubles", "trouble anxieux", "panique*", "*phobi*",
          "*diagnosti*", "*trauma*", "deuil*", "burnout", "burn out", "insomni*", "borderline",
        ]
      ),
      (
        .nature,
        [
          "*thérap*", "*psych*", "psy", "séance*", "traitement*", "bilan", "bilans", "emdr", "tcc", "clinique*",
          "clinicien*", "santé mentale", "supervision*", "second avis", "deuxième avis", "patient", "patients",
          "patiente", "patientes", "patientèle", "hypnose", "conseil conjugal", "suivi médical",
        ]
      ),
      (
        .risk,
        [
          "risqu*", "vulnérab*", "crise", "crises", "signalement*", "en danger", "suicidaire",
          "protection de l’enfance", "mise en danger",
        ]
      ),
      (
        .payer,
        [
          "assurance*", "assureur*", "mutuelle*", "sécurité sociale", "carte vitale", "cpam", "rembours*", "factur*",
          "honoraire*", "tarif*", "paiement*", "payeur*", "tiers payant", "prise en charge",
        ]
      ),
      (
        .reason,
        [
          "vacances", "congé", "congés", "malad*", "souffrant*", "arrêt de travail", "en arrêt", "maternité*",
          "paternité*", "parental*", "enceinte*", "grossesse*", "accouch*", "formation*", "congrès", "conférence*",
          "colloque*", "stage", "stages", "séminaire*", "hôpital*", "hôpitaux", "hospital*", "chirurgi*", "opération*",
          "funéraill*", "enterrement*", "obsèques", "mariage*", "lune de miel", "sabbatique*", "rtt", "grève*",
          "retraite*", "voyage*",
        ]
      ),
    ]
  }
}
