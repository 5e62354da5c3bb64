package egov.kiosk.domain.device;

/**
 * A camera for near infrared (近红外摄像头), usually 850 nm with a lamp of its own, beside the camera
 * that looks at the citizen and looking the same way. A port of its own, so that nobody who wants
 * the citizen's picture gets this one. Its pictures are grey in three equal colours.
 */
public interface InfraredCamera extends Camera {}
