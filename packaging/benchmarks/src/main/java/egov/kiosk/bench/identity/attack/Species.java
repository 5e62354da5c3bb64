package egov.kiosk.bench.identity.attack;

/** Kinds of presentations; an attack species is a presentation attack instrument species (PAIS). */
enum Species {
  /** A living person, as far as it can be simulated. */
  BONA_FIDE,
  /** A printed sheet with its white margin, held by hand. */
  PRINT_BORDER,
  /** A print cut out along the head. */
  PRINT_CUT,
  /** A picture on a tablet. */
  SCREEN,
  /** A cut-out print with holes, through which living eyes blink. */
  CUT_EYES,
  /** A cut-out print, bent like a head. */
  BENT,
  /** A film of a session that passed, on a screen that fills the view. */
  REPLAY,
  /** The same film put into the stream by a virtual camera, without any screen. */
  INJECTED;

  boolean attack() {
    return this != BONA_FIDE;
  }
}
