"""What of the reference `rung` does not do, with the reason."""
# SPDX-License-Identifier: Apache-2.0
OUT_OF_SCOPE = {
    'edge__peer_behaviour/*': 'records what other programs do at the edges; it is no specification',
    'mixed__irt/*': 'latent-trait fits are no statistics of this library',
    '*/*:*_as_psych*': 'records a defect of another program',
    'mixed__between_within/waba*': 'within and between analysis is not offered',
    'mixed__change/growth': 'growth models are not offered',
}
