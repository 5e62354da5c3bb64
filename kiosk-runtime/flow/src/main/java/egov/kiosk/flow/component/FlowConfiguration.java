package egov.kiosk.flow.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the citizen's desk. */
@ObjectClassDefinition(
    id = "flow",
    name = "Citizen's desk",
    description = "Sessions: where the kiosk stands, how long pages wait")
public @interface FlowConfiguration {
  @AttributeDefinition(name = "Site", description = "Where the kiosk stands, as citizens know it")
  String site() default "政务服务中心";

  @AttributeDefinition(name = "Help phone", description = "Number to call when nobody comes")
  String helpPhone() default "12345";

  @AttributeDefinition(
      name = "Other credentials",
      description =
          "Whether the platform takes social security cards and codes on telephones too; set by its"
              + " order once every worker of it knows them")
  boolean otherCredentials() default false;

  @AttributeDefinition(
      name = "Places",
      description =
          "Where the parts beside the glass are, PART=X:Y each, in percent of the lit glass from its"
              + " upper left corner (0:0) to its lower right one (100:100), e.g. CARD=80:112 for below"
              + " the glass on the right, SOCIAL_CARD=108:60 for right of it; parts are CARD,"
              + " SOCIAL_CARD, CODE, PAPER, FACE, KEYPAD, JACK. Unless set, CARD is 80:112, FACE"
              + " 50:-4, KEYPAD 50:112, and the others are named without a place.",
      required = false)
  String[] places() default {};

  @AttributeDefinition(
      name = "Keypad",
      description = "Model of the keypad under the glass",
      options = {
        @Option(label = "Arrows, Enter and the number block", value = "standard"),
        @Option(label = "AudioNav", value = "audio-nav"),
        @Option(label = "Braille keypad", value = "braille-pad")
      })
  String keypad() default "standard";

  @AttributeDefinition(
      name = "Help wait",
      description = "Seconds a call for help waits for an answer before the number is shown",
      min = "20",
      max = "600")
  int helpWaitSeconds() default 60;

  @AttributeDefinition(
      name = "Elsewhere",
      description =
          "Where the next kiosk or counter is, shown while this one is out of service, in words for"
              + " citizens",
      required = false)
  String elsewhere() default "";

  @AttributeDefinition(
      name = "Opening hours",
      description =
          "When the kiosk is open, e.g. MON-FRI 08:30-17:30,SAT 09:00-12:00; a day that is otherwise"
              + " as 2026-10-10 08:30-17:30; nothing means day and night",
      required = false)
  String[] openingHours() default {};

  @AttributeDefinition(
      name = "Closed days",
      description = "Days it stays closed, e.g. 2026-10-01..2026-10-07,2027-01-01",
      required = false)
  String[] closedDays() default {};

  @AttributeDefinition(
      name = "State directory",
      description = "Where the counter of provisional numbers lives; must survive restarts")
  String stateDirectory() default "state";

  @AttributeDefinition(
      name = "Time zone",
      description = "Time zone of the dates citizens read, e.g. Asia/Shanghai")
  String zone() default "Asia/Shanghai";

  @AttributeDefinition(
      name = "Idle seconds",
      description =
          "Where a page waits other than usual, page:seconds each (10 to 900), e.g. form:90; pages"
              + " are consent, place-card, show-code, face-consent, camera, alternative, form,"
              + " materials, confirm, sign,"
              + " accepted, guide, rating, problem",
      required = false)
  String[] idleSeconds() default {};

  @AttributeDefinition(
      name = "Idle warning",
      description = "Seconds the question \"still there?\" stands before everything is wiped",
      min = "20",
      max = "120")
  int idleWarningSeconds() default 20;

  @AttributeDefinition(
      name = "Face tries",
      description = "Comparisons before only staff decide",
      min = "1",
      max = "3")
  int faceTries() default 3;

  @AttributeDefinition(
      name = "Card tries",
      description = "Bad reads before staff are the first offer",
      min = "1",
      max = "10")
  int cardTries() default 3;

  @AttributeDefinition(
      name = "Look",
      description = "Milliseconds one face comparison may take",
      min = "1000",
      max = "60000")
  int lookMillis() default 10_000;

  @AttributeDefinition(
      name = "Card wait",
      description = "Seconds one command to the reader waits for a card",
      min = "1",
      max = "120")
  int cardWaitSeconds() default 20;

  @AttributeDefinition(
      name = "Print",
      description = "Seconds a print job may take",
      min = "2",
      max = "120")
  int printSeconds() default 20;

  @AttributeDefinition(
      name = "Copy",
      description = "Seconds a sheet on the page printer may take",
      min = "10",
      max = "300")
  int copySeconds() default 90;

  @AttributeDefinition(
      name = "Card left",
      description = "Seconds a card may lie there after the end before staff are called",
      min = "5",
      max = "300")
  int cardLeftSeconds() default 30;
}
