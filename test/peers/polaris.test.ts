import { describePeer } from './manifest-peer';

describePeer('polaris');
