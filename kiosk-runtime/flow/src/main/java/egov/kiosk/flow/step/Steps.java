package egov.kiosk.flow.step;

import egov.kiosk.flow.session.SessionState;

/** Every step of a session, made once, each begun when its page is entered. */
public final class Steps {
  final ConsentStep consent;
  final CardStep card;
  final CodeStep code;
  final FaceStep face;
  final StaffStep staff;
  final FormStep form;
  final ScanStep scan;
  final MaterialStep material;
  final SignStep sign;
  final RetrievalStep retrieval;
  final PhoneStep phone;
  final SupplementStep supplement;
  final SlipStep slip;
  final CopyStep copy;
  final RatingStep rating;
  final TakeCardStep takeCard;

  public Steps(Tools tools) {
    consent = new ConsentStep(tools);
    Entrance entrance = new Entrance(tools);
    card = new CardStep(tools, entrance);
    code = new CodeStep(tools, entrance);
    face = new FaceStep(tools);
    staff = new StaffStep(tools);
    form = new FormStep(tools);
    scan = new ScanStep(tools);
    material = new MaterialStep(tools);
    sign = new SignStep(tools);
    retrieval = new RetrievalStep(tools);
    phone = new PhoneStep(tools, material);
    supplement = new SupplementStep(tools);
    slip = new SlipStep(tools);
    copy = new CopyStep(tools);
    rating = new RatingStep(tools);
    takeCard = new TakeCardStep(tools);
    tools.journey().onEntering(SessionState.PLACE_CARD, card::begin);
    tools.journey().onEntering(SessionState.FORM, scan::begin);
    tools.journey().onEntering(SessionState.GUARDIAN, staff::guardian);
    tools.journey().onEntering(SessionState.CAMERA, face::begin);
    tools.journey().onEntering(SessionState.RETRIEVAL_CONSENT, retrieval::begin);
    tools.journey().onEntering(SessionState.RETRIEVING, retrieval::ask);
    tools.journey().onEntering(SessionState.MATERIALS, material::begin);
    tools.journey().onEntering(SessionState.SIGN, sign::begin);
    tools.journey().onEntering(SessionState.TAKE_CARD, takeCard::begin);
  }
}
