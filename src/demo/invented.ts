/** Invented names. No list repeats a name, so that a first name in a text can only be one pupil's. */
import type { Role } from "../domain/hub/rights";

export const FIRST_NAMES =
  "Amira Kofi Ewan Priya Callum Leila Idris Freya Mateus Nadia Rhys Chiara Tobias Yasmin Declan Aoife Zain Bronte Emeka Saskia Luca Farah Owen Ines Kwame Maisie Piotr Thalia Ravi Niamh Jonah Salma Caleb Imogen Tariq Elodie Harvey Zuzana Malachi Orla Ibrahim Tess Dominik Keira Abdi Jessamy Lewis Anwen Hamza Beatrix Cormac Dilys Efe Florence Gethin Halima Ismael Jocasta Karim Linnea Morgan Nerys Osman Petra Quentin Rukhsana Silas Tamsin Umar Verity Wilf Xanthe Yusuf Zofia Alfie Bethan Conrad Delphine Elias Fatima Gideon Hettie Ivan Jemima Kieran Lowri Milo Noor Otis Phoebe Reuben Shanice Theo Ursula Viktor Winnie Yannis Zara Ansel Bilal Cerys Dexter Esme Felix Greta Hugo Isla Jago Kezia Lorcan Meera".split(
    " ",
  );

export const SURNAMES =
  "Ahmed Birchall Castellan Dunmore Eastwell Farrow Gorski Hadley Iqbal Jessop Kaur Lindqvist Mbeki Norcross Okafor Pemberton Quayle Rahman Sandoval Thackeray Underhill Varga Whitlock Yardley Zielinski Ashdown Bexley Coldwell Drummond Ellery Fairburn Goddard Hollis Ivanov Jardine Kinsella Larkham Mirza Nettleton Osei Prentice".split(
    " ",
  );

/** The letters before a pupil's number at the provider, its name, and whether it is a primary school. */
export const PROVIDERS: readonly (readonly [string, string, "primary" | "secondary"])[] = [
  ["FH", "Fernhollow Academy", "secondary"],
  ["BM", "Brackenmere High School", "secondary"],
  ["OB", "Otterbeckside Primary School", "primary"],
  ["TW", "Thornwickstead College", "secondary"],
  ["WS", "Westermarsh Inclusion Service", "secondary"],
  ["EL", "St Elowyn's Catholic School", "secondary"],
  ["KG", "Kestrelgate Academy", "secondary"],
  ["MD", "Millowdale School", "secondary"],
  ["HF", "Harrowfen Community College", "secondary"],
  ["PV", "Pellowvale Academy", "secondary"],
  ["SC", "Sorrelcombe School", "secondary"],
  ["DW", "Dunlinwater High School", "secondary"],
  ["LM", "Larchmead Primary Academy", "primary"],
  ["CR", "Cranridge School", "secondary"],
  ["AQ", "Aldermoss Queen's School", "secondary"],
  ["NB", "Nettlebourne College", "secondary"],
  ["RT", "Rookthwaite Academy", "secondary"],
  ["YG", "Yewgarth School", "secondary"],
  ["VS", "Westermarsh Virtual School", "secondary"],
  ["JB", "Juniperbank Academy", "secondary"],
];

/** First name, surname, role. */
export const STAFF: readonly (readonly [string, string, Role])[] = [
  ["Helen", "Marlowe", "lead"],
  ["Desmond", "Achebe", "lead"],
  ["Ruth", "Castleford", "teacher"],
  ["Gareth", "Pugh", "teacher"],
  ["Sunita", "Bhandari", "teacher"],
  ["Colin", "Wetherby", "support"],
  ["Agnieszka", "Nowicka", "support"],
  ["Patrick", "Delaney", "teacher"],
  ["Joanne", "Tillotson", "support"],
  ["Mohammed", "Siddiq", "support"],
  ["Claire", "Ravenscroft", "teacher"],
  ["Denise", "Oakden", "admin"],
  ["Stephen", "Lockyer", "teacher"],
  ["Yvonne", "Baptiste", "support"],
  ["Alan", "Thirlby", "support"],
  ["Marie", "Duquesne", "teacher"],
  ["Victor", "Adeyemi", "teacher"],
  ["Hilary", "Bowness", "support"],
  ["Nigel", "Frampton", "support"],
  ["Parveen", "Chowdhury", "teacher"],
  ["Roger", "Hesketh", "support"],
  ["Lynne", "Garside", "support"],
  ["Tomasz", "Wolski", "teacher"],
  ["Sandra", "Peverell", "admin"],
];

export const CONTACT_NAMES =
  "Judith Armitage,Keith Bassey,Lorraine Cope,Martin Dacre,Nasreen Elahi,Oliver Finch,Paula Gaunt,Raymond Hurst,Susan Ibbotson,Trevor Jellicoe,Una Kershaw,Vincent Lomas,Wendy Musgrave,Angus Neville,Brenda Orrell,Clive Pickering,Deborah Quick,Edwin Rusk,Frances Sefton,Graham Tranter,Heather Upjohn,Ian Vickers,Janet Wardle,Kenneth Yeoman,Linda Abram,Maurice Beswick,Norma Crowther,Philip Dyson,Rita Etheridge,Sidney Foulds,Tracy Greenhalgh,Warren Holroyd".split(
    ",",
  );
