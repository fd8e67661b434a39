"""The words that licence names are made of, in the languages of Creative Commons' own titles, in lower case.

From the titles of the legal tools (creativecommons/cc-legal-tools-data, `cc-legal-tools.csv`, 2026-01-09) and of
their 4.0 translations. A space stands for a space, a hyphen or nothing: titles are written in all three ways.
"""

from __future__ import annotations

from licensecheck.jurisdictions import JURISDICTIONS
from licensecheck.licenses import Element


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in listed.split(";"))


ELEMENT_WORDS: dict[Element, tuple[str, ...]] = {
    Element.BY: _phrases("""
        attribution; atribución; atribuição; atribuire; atribusi; attribuzione; atıf; autorile viitamine; autorstvo;
        erkännande; imenovanje; müəllifliyin müəyyən edilməsi; naamsvermelding; namensnennung; navngivelse;
        nevezd meg!; nimeä; nimi mainittava; paternité; pengiktirafan; priznanje avtorstva; reconocimiento;
        uveďte autora; uveďte původ; uznanie autorstwa; αναφορά; αναφορά δημιουργού; атрибуция; признание;
        із зазначенням авторства; с указанием авторства; نسب المصنف; نَسب المُصنَّف; 表示; 署名; 姓名標示;
        アトリビューション; 저작자표시
        """),
    Element.NC: _phrases("""
        non commercial; non commercial use; bukan komersial; ei kaupallinen; ei kaupalliseen käyttöön; gayri ticari;
        icke kommersiell; ikke kommerciel; ikke kommersiell; keine kommerzielle nutzung; mitteäriline eesmärk;
        ne add el!; necomercial; nekomercialno; nekomercijalno; neužívejte dílo komerčně; neužívejte komerčně;
        nicht kommerziell; niet commercieel; no comercial; non commerciale; non komersial; não comercial;
        pas d'utilisation commerciale; qeyri kommersiya; uso no comercial; uso não comercial; użycie niekomercyjne;
        μη εμπορική χρήση; некоммерческая; некоммерческое использование; некомерсиално; некомерційна; غير تجاري;
        非営利; 非商业性使用; 非商業性; ノンコマーシャル; 비영리
        """),
    Element.ND: _phrases("""
        no deriv; no derivs; no derivative; no derivatives; no derivative works; bez prerada; bez utworów zależnych;
        brez predelav; ei jälkiperäisiä teoksia; ei muutoksia; fără derivate; fără modificări; geen afgeleide werken;
        inga bearbetningar; ingen bearbeidelse; ingen bearbejdelse; ingen bearbejdelser; keine bearbeitung;
        keine bearbeitungen; ne változtasd!; nezasahujte do díla; nezpracovávejte; no derivada; no derivadas;
        non opere derivate; pas d'oeuvres dérivées; pas d'œuvres dérivées; pas de modification; pas de modifications;
        proibição de realização de obras derivadas; qeyri törəmə; sem derivados; sem derivações; sin derivadas;
        sin derivar; sin obra derivada; sin obras derivadas; tanpa turunan; tiada terbitan; tuletatud teoste keeld;
        türetilemez; vedada a criação de obras derivadas; vedadas obras derivadas; όχι παράγωγα έργα;
        όχι παράγωγο έργο; без похідних; без производни; без производных; منع الاشتقاق; 改変禁止; 派生禁止; 禁止改作;
        禁止演绎; ノーデリブス; 변경금지
        """),
    Element.SA: _phrases("""
        share alike; aynı lisansla paylaş; berbagi serupa; bərabər istifadə hüquqlu; compartilha igual;
        compartilhamento pela mesma licença; compartir derivadas igual; compartir igual; condividi allo stesso modo;
        del på samme vilkår; dela lika; deliti pod istim uslovima; deljenje pod istimi pogoji;
        dijeli pod istim uvjetima; distribuire în condiţii identice; distribuire în condiții identice; gelijk delen;
        jaa samoin; jagamine samadel tingimustel; licenciamiento recíproco; licenciar igual; licenciar por igual;
        na tych samych warunkach; partage dans les mêmes conditions; partage à l'identique;
        partage des conditions initiales a l'identique; partage des conditions initiales à l'identique;
        partilha nos termos da mesma licença; perkongsian serupa; sama lisenssi; weitergabe unter gleichen bedingungen;
        zachovejte licenci; így add tovább!; παρόμοια διανομή; на тех же условиях; поширення на тих самих умовах;
        с сохранением условий; споделяне на споделеното; الترخيص بالمثل; 継承; 同一条件許諾; 相同方式共享; 相同方式分享;
        シェアアライク; 동일조건변경허락
        """),
}

# What names say after the version if they are bound to no jurisdiction; also by mistake, as in "3.0 International".
UNPORTED_WORDS = _phrases("""
    generic; international; internacional; internationaal; internationell; internazionale; kansainvälinen;
    mezinárodní; międzynarodowe; non transposé; unported; universal; διεθνές; международная; міжнародна; دولي; 国际;
    国際; 國際; 국제
    """)

PLACES: dict[str, str] = {
    **{name.lower(): port for port, name in JURISDICTIONS.items()},
    "united states of america": "us",
    "u.s.": "us",
    "usa": "us",
    "england & wales": "uk",
    "england and wales": "uk",
    "scotland": "scotland",
    "czechia": "cz",
    "the netherlands": "nl",
    "south korea": "kr",
    "azərbaycan": "az",
    "brasil": "br",
    "deutschland": "de",
    "eesti": "ee",
    "españa": "es",
    "hrvatska": "hr",
    "italia": "it",
    "méxico": "mx",
    "norge": "no",
    "perú": "pe",
    "polska": "pl",
    "românia": "ro",
    "schweiz": "ch",
    "srbija": "rs",
    "česko": "cz",
    "österreich": "at",
    "ελλάδα": "gr",
    "مصر": "eg",
    "中国大陆": "cn",
    "台灣": "tw",
    "日本": "jp",
    "대한민국": "kr",
}

# Creative Commons, also in other scripts. The Chinese name means "knowledge sharing" too: alone it names nothing.
COMMONS_WORDS = _phrases("""
    creative commons; 知识共享; 創用 cc; クリエイティブ・コモンズ; 크리에이티브 커먼즈; المشاع الإبداعي
    """)

# The phrase beneath the first badges, which names no licence.
RESERVED_WORDS = _phrases("""
    some rights reserved; alcuni diritti riservati; alguns direitos reservados; algunos derechos reservados;
    certains droits réservés; einige rechte vorbehalten; niektóre prawa zastrzeżone; sommige rechten voorbehouden
    """)

# Beginnings of the word for "licence".
LICENSE_STEMS = _phrases("""
    licen; lizenz; lisens; lisans; litsents; лиценз; лиценц; ліценз; άδεια; رخصة; ترخيص; 许可; 授权; 授權; 許可; 許諾;
    ライセンス; 라이선스; 이용허락
    """)
