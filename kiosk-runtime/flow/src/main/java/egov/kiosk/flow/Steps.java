package egov.kiosk.flow;

/** Every step of a session, made once, each begun when its page is entered. */
final class Steps {
  final ConsentStep consent;
  final CardStep card;
  final FaceStep face;
  final StaffStep staff;
  final FormStep form;
  final SlipStep slip;
  final RatingStep rating;
  final TakeCardStep takeCard;

  Steps(Tools tools) {
    consent = new ConsentStep(tools);
    card = new CardStep(tools);
    face = new FaceStep(tools);
    staff = new StaffStep(tools);
    form = new FormStep(tools);
    slip = new SlipStep(tools);
    rating = new RatingStep(tools);
    takeCard = new TakeCardStep(tools);
    tools.journey().onEntering(SessionState.PLACE_CARD, card::begin);
    tools.journey().onEntering(SessionState.GUARDIAN, staff::guardian);
    tools.journey().onEntering(SessionState.CAMERA, face::begin);
    tools.journey().onEntering(SessionState.TAKE_CARD, takeCard::begin);
  }
}
