/** Given and family names that are common in the United States, as folded; whoever reports, the trouble is the same. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony steven paul ' +
    'andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan ' +
    'stephen larry justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron jose adam ' +
    'nathan henry zachary douglas peter kyle noah ethan jeremy keith roger sean carl arthur lawrence albert joe juan ' +
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley ' +
    'kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela ' +
    'shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine ' +
    'heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan ' +
    'luis carlos jorge miguel pedro manuel francisco antonio jesus alejandro rafael fernando ricardo eduardo roberto mario ' +
    'sergio javier oscar raul ramon enrique alberto arturo diego andres pablo santiago mateo sebastian guadalupe rosa ana ' +
    'carmen margarita juana teresa gabriela veronica elena lucia sofia valentina camila isabella marta alicia beatriz ' +
    'leticia silvia patricia yolanda irma norma adriana claudia paola daniela fernanda ' +
    'smith johnson williams jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor ' +
    'moore jackson martin lee perez thompson harris sanchez clark ramirez lewis robinson walker nguyen torres nguyen flores ' +
    'rivera campbell mitchell gomez diaz cruz reyes morales gutierrez ortiz chavez ramos ruiz alvarez mendoza vasquez ' +
    'castillo jimenez romero herrera medina aguilar vargas castro patel singh kumar khan ahmed ali chen wang kim'
  ).split(' '),
);
