import { describePeer } from './manifest-peer';

describePeer('kube-score');
