/**
 * Is a living person before the camera (活体检测)? Several signals that do not depend on each other,
 * gentlest first; their names follow ISO/IEC 30107-1. None of them is certified, nor all together.
 */
package egov.kiosk.identity.liveness;
