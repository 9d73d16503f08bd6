/** What reports call themselves. A first line without such a word may be the body's name, with the title under it. */
export const titleWords = /verslag|notulen|hoorzitting|rondetafel|interview|gesprek|transcript|vergadering|overleg|focusgroep|bijeenkomst|meeting|zitting|sessie|minutes|hearing|report|evidence/iu;
