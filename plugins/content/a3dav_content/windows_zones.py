"""Names of time zones in Windows and the zone of IANA for each (the "001" territory of CLDR's mapping).

Outlook and Exchange write the name that they show, such as "(UTC-05:00) Eastern Time (US & Canada)": what stands
behind the offset is told here by the zone it shows.
"""

_PAIRS = """
dateline standard time=Etc/GMT+12|utc-11=Etc/GMT+11|aleutian standard time=America/Adak
hawaiian standard time=Pacific/Honolulu|marquesas standard time=Pacific/Marquesas
alaskan standard time=America/Anchorage|utc-09=Etc/GMT+9|pacific standard time (mexico)=America/Tijuana
utc-08=Etc/GMT+8|pacific standard time=America/Los_Angeles|us mountain standard time=America/Phoenix
mountain standard time (mexico)=America/Mazatlan|mountain standard time=America/Denver
yukon standard time=America/Whitehorse|central america standard time=America/Guatemala
central standard time=America/Chicago|easter island standard time=Pacific/Easter
central standard time (mexico)=America/Mexico_City|canada central standard time=America/Regina
sa pacific standard time=America/Bogota|eastern standard time (mexico)=America/Cancun
eastern standard time=America/New_York|haiti standard time=America/Port-au-Prince
cuba standard time=America/Havana|us eastern standard time=America/Indiana/Indianapolis
turks and caicos standard time=America/Grand_Turk|paraguay standard time=America/Asuncion
atlantic standard time=America/Halifax|venezuela standard time=America/Caracas
central brazilian standard time=America/Cuiaba|sa western standard time=America/La_Paz
pacific sa standard time=America/Santiago|newfoundland standard time=America/St_Johns
tocantins standard time=America/Araguaina|e. south america standard time=America/Sao_Paulo
sa eastern standard time=America/Cayenne|argentina standard time=America/Buenos_Aires
greenland standard time=America/Nuuk|montevideo standard time=America/Montevideo
magallanes standard time=America/Punta_Arenas|saint pierre standard time=America/Miquelon
bahia standard time=America/Bahia|utc-02=Etc/GMT+2|mid-atlantic standard time=Etc/GMT+2
azores standard time=Atlantic/Azores|cape verde standard time=Atlantic/Cape_Verde|utc=Etc/UTC
gmt standard time=Europe/London|greenwich standard time=Atlantic/Reykjavik
sao tome standard time=Africa/Sao_Tome|morocco standard time=Africa/Casablanca
w. europe standard time=Europe/Berlin|central europe standard time=Europe/Budapest
romance standard time=Europe/Paris|central european standard time=Europe/Warsaw
w. central africa standard time=Africa/Lagos|jordan standard time=Asia/Amman
gtb standard time=Europe/Bucharest|middle east standard time=Asia/Beirut
egypt standard time=Africa/Cairo|e. europe standard time=Europe/Chisinau|syria standard time=Asia/Damascus
west bank standard time=Asia/Hebron|south africa standard time=Africa/Johannesburg
fle standard time=Europe/Kiev|israel standard time=Asia/Jerusalem|south sudan standard time=Africa/Juba
kaliningrad standard time=Europe/Kaliningrad|sudan standard time=Africa/Khartoum
libya standard time=Africa/Tripoli|namibia standard time=Africa/Windhoek|arabic standard time=Asia/Baghdad
turkey standard time=Europe/Istanbul|arab standard time=Asia/Riyadh|belarus standard time=Europe/Minsk
russian standard time=Europe/Moscow|e. africa standard time=Africa/Nairobi
volgograd standard time=Europe/Volgograd|iran standard time=Asia/Tehran|arabian standard time=Asia/Dubai
astrakhan standard time=Europe/Astrakhan|azerbaijan standard time=Asia/Baku
russia time zone 3=Europe/Samara|mauritius standard time=Indian/Mauritius
saratov standard time=Europe/Saratov|georgian standard time=Asia/Tbilisi|caucasus standard time=Asia/Yerevan
afghanistan standard time=Asia/Kabul|west asia standard time=Asia/Tashkent
ekaterinburg standard time=Asia/Yekaterinburg|pakistan standard time=Asia/Karachi
qyzylorda standard time=Asia/Qyzylorda|india standard time=Asia/Calcutta|sri lanka standard time=Asia/Colombo
nepal standard time=Asia/Kathmandu|central asia standard time=Asia/Bishkek
bangladesh standard time=Asia/Dhaka|omsk standard time=Asia/Omsk|myanmar standard time=Asia/Yangon
se asia standard time=Asia/Bangkok|altai standard time=Asia/Barnaul|w. mongolia standard time=Asia/Hovd
north asia standard time=Asia/Krasnoyarsk|n. central asia standard time=Asia/Novosibirsk
tomsk standard time=Asia/Tomsk|china standard time=Asia/Shanghai|north asia east standard time=Asia/Irkutsk
singapore standard time=Asia/Singapore|w. australia standard time=Australia/Perth
taipei standard time=Asia/Taipei|ulaanbaatar standard time=Asia/Ulaanbaatar
aus central w. standard time=Australia/Eucla|transbaikal standard time=Asia/Chita
tokyo standard time=Asia/Tokyo|north korea standard time=Asia/Pyongyang|korea standard time=Asia/Seoul
yakutsk standard time=Asia/Yakutsk|cen. australia standard time=Australia/Adelaide
aus central standard time=Australia/Darwin|e. australia standard time=Australia/Brisbane
aus eastern standard time=Australia/Sydney|west pacific standard time=Pacific/Port_Moresby
tasmania standard time=Australia/Hobart|vladivostok standard time=Asia/Vladivostok
lord howe standard time=Australia/Lord_Howe|bougainville standard time=Pacific/Bougainville
russia time zone 10=Asia/Srednekolymsk|magadan standard time=Asia/Magadan
norfolk standard time=Pacific/Norfolk|sakhalin standard time=Asia/Sakhalin
central pacific standard time=Pacific/Guadalcanal|russia time zone 11=Asia/Kamchatka
new zealand standard time=Pacific/Auckland|utc+12=Etc/GMT-12|fiji standard time=Pacific/Fiji
kamchatka standard time=Asia/Kamchatka|chatham islands standard time=Pacific/Chatham|utc+13=Etc/GMT-13
tonga standard time=Pacific/Tongatapu|samoa standard time=Pacific/Apia
line islands standard time=Pacific/Kiritimati
"""

_SHOWN = """
International Date Line West=Etc/GMT+12|Coordinated Universal Time-11=Etc/GMT+11|Aleutian Islands=America/Adak
Hawaii=Pacific/Honolulu|Marquesas Islands=Pacific/Marquesas|Alaska=America/Anchorage
Coordinated Universal Time-09=Etc/GMT+9|Baja California=America/Tijuana|Coordinated Universal Time-08=Etc/GMT+8
Pacific Time (US & Canada)=America/Los_Angeles|Arizona=America/Phoenix|Chihuahua, La Paz, Mazatlan=America/Mazatlan
La Paz, Mazatlan=America/Mazatlan|Mountain Time (US & Canada)=America/Denver|Yukon=America/Whitehorse
Central America=America/Guatemala|Central Time (US & Canada)=America/Chicago|Easter Island=Pacific/Easter
Guadalajara, Mexico City, Monterrey=America/Mexico_City|Saskatchewan=America/Regina
Bogota, Lima, Quito, Rio Branco=America/Bogota|Bogota, Lima, Quito=America/Bogota|Chetumal=America/Cancun
Eastern Time (US & Canada)=America/New_York|Haiti=America/Port-au-Prince|Havana=America/Havana
Indiana (East)=America/Indiana/Indianapolis|Turks and Caicos=America/Grand_Turk|Asuncion=America/Asuncion
Atlantic Time (Canada)=America/Halifax|Caracas=America/Caracas|Cuiaba=America/Cuiaba
Georgetown, La Paz, Manaus, San Juan=America/La_Paz|Santiago=America/Santiago|Newfoundland=America/St_Johns
Araguaina=America/Araguaina|Brasilia=America/Sao_Paulo|Cayenne, Fortaleza=America/Cayenne
City of Buenos Aires=America/Buenos_Aires|Buenos Aires=America/Buenos_Aires|Greenland=America/Nuuk
Montevideo=America/Montevideo|Punta Arenas=America/Punta_Arenas|Saint Pierre and Miquelon=America/Miquelon
Salvador=America/Bahia|Coordinated Universal Time-02=Etc/GMT+2|Mid-Atlantic - Old=Etc/GMT+2|Azores=Atlantic/Azores
Cabo Verde Is.=Atlantic/Cape_Verde|Cape Verde Is.=Atlantic/Cape_Verde|Coordinated Universal Time=Etc/UTC
Dublin, Edinburgh, Lisbon, London=Europe/London|Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London=Europe/London
Monrovia, Reykjavik=Atlantic/Reykjavik|Sao Tome=Africa/Sao_Tome|Casablanca=Africa/Casablanca
Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna=Europe/Berlin
Belgrade, Bratislava, Budapest, Ljubljana, Prague=Europe/Budapest|Brussels, Copenhagen, Madrid, Paris=Europe/Paris
Sarajevo, Skopje, Warsaw, Zagreb=Europe/Warsaw|West Central Africa=Africa/Lagos|Amman=Asia/Amman
Athens, Bucharest=Europe/Bucharest|Athens, Bucharest, Istanbul=Europe/Bucharest|Beirut=Asia/Beirut|Cairo=Africa/Cairo
Chisinau=Europe/Chisinau|Damascus=Asia/Damascus|Gaza, Hebron=Asia/Hebron|Harare, Pretoria=Africa/Johannesburg
Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius=Europe/Kiev|Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius=Europe/Kiev
Jerusalem=Asia/Jerusalem|Juba=Africa/Juba|Kaliningrad=Europe/Kaliningrad|Khartoum=Africa/Khartoum
Tripoli=Africa/Tripoli|Windhoek=Africa/Windhoek|Baghdad=Asia/Baghdad|Istanbul=Europe/Istanbul
Kuwait, Riyadh=Asia/Riyadh|Minsk=Europe/Minsk|Moscow, St. Petersburg=Europe/Moscow
Moscow, St. Petersburg, Volgograd=Europe/Moscow|Nairobi=Africa/Nairobi|Volgograd=Europe/Volgograd|Tehran=Asia/Tehran
Abu Dhabi, Muscat=Asia/Dubai|Astrakhan, Ulyanovsk=Europe/Astrakhan|Baku=Asia/Baku|Izhevsk, Samara=Europe/Samara
Port Louis=Indian/Mauritius|Saratov=Europe/Saratov|Tbilisi=Asia/Tbilisi|Yerevan=Asia/Yerevan|Kabul=Asia/Kabul
Ashgabat, Tashkent=Asia/Tashkent|Ekaterinburg=Asia/Yekaterinburg|Islamabad, Karachi=Asia/Karachi
Qyzylorda=Asia/Qyzylorda|Chennai, Kolkata, Mumbai, New Delhi=Asia/Calcutta|Sri Jayawardenepura=Asia/Colombo
Kathmandu=Asia/Kathmandu|Bishkek=Asia/Bishkek|Dhaka=Asia/Dhaka|Omsk=Asia/Omsk|Yangon (Rangoon)=Asia/Yangon
Bangkok, Hanoi, Jakarta=Asia/Bangkok|Barnaul, Gorno-Altaysk=Asia/Barnaul|Hovd=Asia/Hovd|Krasnoyarsk=Asia/Krasnoyarsk
Novosibirsk=Asia/Novosibirsk|Tomsk=Asia/Tomsk|Beijing, Chongqing, Hong Kong, Urumqi=Asia/Shanghai
Irkutsk=Asia/Irkutsk|Kuala Lumpur, Singapore=Asia/Singapore|Perth=Australia/Perth|Taipei=Asia/Taipei
Ulaanbaatar=Asia/Ulaanbaatar|Eucla=Australia/Eucla|Chita=Asia/Chita|Osaka, Sapporo, Tokyo=Asia/Tokyo
Pyongyang=Asia/Pyongyang|Seoul=Asia/Seoul|Yakutsk=Asia/Yakutsk|Adelaide=Australia/Adelaide|Darwin=Australia/Darwin
Brisbane=Australia/Brisbane|Canberra, Melbourne, Sydney=Australia/Sydney|Guam, Port Moresby=Pacific/Port_Moresby
Hobart=Australia/Hobart|Vladivostok=Asia/Vladivostok|Lord Howe Island=Australia/Lord_Howe
Bougainville Island=Pacific/Bougainville|Chokurdakh=Asia/Srednekolymsk|Magadan=Asia/Magadan
Norfolk Island=Pacific/Norfolk|Sakhalin=Asia/Sakhalin|Solomon Is., New Caledonia=Pacific/Guadalcanal
Anadyr, Petropavlovsk-Kamchatsky=Asia/Kamchatka|Auckland, Wellington=Pacific/Auckland
Coordinated Universal Time+12=Etc/GMT-12|Fiji=Pacific/Fiji|Chatham Islands=Pacific/Chatham
Coordinated Universal Time+13=Etc/GMT-13|Nuku'alofa=Pacific/Tongatapu|Samoa=Pacific/Apia
Kiritimati Island=Pacific/Kiritimati
"""

SHOWN = dict(pair.split("=", 1) for line in _SHOWN.lower().split("\n") if line for pair in line.split("|"))
WINDOWS = dict(pair.split("=", 1) for line in _PAIRS.split("\n") if line for pair in line.split("|"))
