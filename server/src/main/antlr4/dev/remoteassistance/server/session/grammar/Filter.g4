/** Filters of sessions: the part of OData's $filter that compares columns. One token of lookahead decides everywhere. */
grammar Filter;

filter     : any EOF ;
any        : all ('or' all)* ;
all        : term ('and' term)* ;
term       : 'not' term | '(' any ')' | comparison ;
comparison : COLUMN operator=('eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le') literal ;
literal    : STRING | DATETIME | NUMBER | 'null' ;

STRING   : '\'' ( ~'\'' | '\'\'' )* '\'' ;
DATETIME : DAY ( 'T' [0-9:.]+ ( 'Z' | [+-] [0-9:]+ )? )? ;
NUMBER   : '-'? [0-9]+ ( '.' [0-9]+ )? ;
COLUMN   : [A-Za-z] [A-Za-z0-9]* ;
SPACE    : [ \t\r\n]+ -> skip ;

fragment DAY : [0-9] [0-9] [0-9] [0-9] '-' [0-9] [0-9] '-' [0-9] [0-9] ;
